/**
 * The network on a backend, and what happens when the backend fails: the next best one goes on from the last
 * checkpoint, which lies in CPU memory and was made on no backend in particular.
 */
import type { BackendName, BackendTrial } from '../protocol/messages.ts'
import { LossNotANumberError } from '../training/train.ts'
import type { Trainer, TrainerState } from '../training/trainer.ts'
import type { OpenBackend } from './backends.ts'
import { BackendFailure, stepDeadlineMs, withPatience } from './deadline.ts'
import { ranked, withUnavailable } from './ranking.ts'

export type EngineTools = {
  readonly openBackend: (name: BackendName, options: { readonly gentle: boolean }) => Promise<OpenBackend>
  readonly createTrainer: (state: TrainerState) => Trainer
  readonly measure: (options: { readonly gentle: boolean }) => Promise<readonly BackendTrial[]>
}

export type Choice = { readonly backend: BackendName | 'auto'; readonly gentle: boolean }

/** A backend that did not work. */
export type Refusal = { readonly backend: BackendName; readonly reason: string }

export type Engine = {
  readonly trainer: () => Trainer | null
  readonly backend: () => OpenBackend | null
  readonly trials: () => readonly BackendTrial[]
  /** Trials of an earlier visit: nothing needs to be measured. */
  readonly remember: (trials: readonly BackendTrial[]) => void
  /** Puts the network in `state` on the wanted backend, or on the best that works; there may be none. */
  readonly moveTo: (choice: Choice, state: TrainerState) => Promise<readonly Refusal[]>
  /** As `moveTo`, but not on the present backend, which failed for this reason. */
  readonly replace: (choice: Choice, state: TrainerState, reason: string) => Promise<readonly Refusal[]>
  /** New numbers on the same backend. */
  readonly load: (state: TrainerState) => Promise<void>
  /** Runs one operation. Throws `BackendFailure` when the backend failed, `LossNotANumberError` as it is. */
  readonly perform: <Result>(
    operation: (trainer: Trainer) => Promise<Result>,
    msPerStep: number | null,
  ) => Promise<Result>
}

export function createEngine(tools: EngineTools): Engine {
  let backend: OpenBackend | null = null
  let trainer: Trainer | null = null
  let trials: readonly BackendTrial[] = []
  const failed = new Set<BackendName>()

  function close() {
    try {
      trainer?.dispose()
    } catch {
      // The tensors went with the device.
    }
    trainer = null
    backend?.close()
    backend = null
  }

  async function candidates({ backend: wanted, gentle }: Choice): Promise<readonly BackendName[]> {
    if (wanted !== 'auto') failed.delete(wanted)
    const present = backend?.name
    // The machine has to be left alone while it is measured, so whoever calls waits.
    if (wanted === 'auto' && trials.length === 0) trials = await tools.measure({ gentle })
    const others = ranked(trials).filter((name) => !failed.has(name))
    if (wanted === 'auto') return others
    const fallbacks = present === undefined || failed.has(present) ? others : [present, ...others]
    return [...new Set([wanted, ...fallbacks])]
  }

  async function move(choice: Choice, state: TrainerState): Promise<readonly Refusal[]> {
    const names = await candidates(choice)
    close()
    const refused: Refusal[] = []
    for (const name of names) {
      try {
        backend = await tools.openBackend(name, choice)
        trainer = tools.createTrainer(state)
        return refused
      } catch (error) {
        close()
        const reason = messageOf(error)
        refused.push({ backend: name, reason })
        trials = withUnavailable(trials, name, reason)
      }
    }
    return refused
  }

  return {
    trainer: () => trainer,
    backend: () => backend,
    trials: () => trials,
    remember(remembered) {
      trials = remembered
    },
    moveTo: move,
    async replace(choice, state, reason) {
      if (backend) {
        failed.add(backend.name)
        trials = withUnavailable(trials, backend.name, reason)
      }
      // Measuring takes seconds and a failing GPU may drag the others along: the known order will do.
      const [best = 'cpu'] = ranked(trials).filter((name) => !failed.has(name))
      const isWish = choice.backend !== 'auto' && choice.backend !== backend?.name
      return move({ backend: isWish ? choice.backend : best, gentle: choice.gentle }, state)
    },
    async load(state) {
      try {
        trainer?.dispose()
        trainer = tools.createTrainer(state)
      } catch (error) {
        throw new BackendFailure(messageOf(error))
      }
    },
    async perform(operation, msPerStep) {
      if (trainer === null || backend === null) throw new BackendFailure('no backend')
      const { lost, isLost, mayHang } = backend
      const deadlineMs = mayHang ? stepDeadlineMs(msPerStep) : Number.POSITIVE_INFINITY
      try {
        const result = await withPatience(operation(trainer), { deadlineMs, lost })
        if (isLost()) throw new BackendFailure('context lost')
        return result
      } catch (error) {
        // A context that is lost in the middle of a step gives zeros or worse: then the numbers mean nothing.
        if (error instanceof LossNotANumberError && !isLost()) throw error
        throw error instanceof BackendFailure ? error : new BackendFailure(messageOf(error))
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
