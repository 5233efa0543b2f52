/**
 * The network on a backend, and what happens when the backend fails: the next best one goes on from the last
 * checkpoint, which lies in CPU memory and was made on no backend in particular.
 */

import type { TrainerState } from '../protocol/checkpoint.ts'
import type { BackendName, BackendTrial } from '../protocol/messages.ts'
import { LossNotANumberError } from '../training/train.ts'
import type { Trainer } from '../training/trainer.ts'
import type { OpenBackend } from './backends.ts'
import { BackendFailure, stepDeadlineMs, withPatience } from './deadline.ts'
import { ranked, withUnavailable } from './ranking.ts'

export type EngineTools = {
  readonly openBackend: (name: BackendName, options: { readonly gentle: boolean }) => Promise<OpenBackend>
  readonly createTrainer: (state: TrainerState) => Trainer
  /** Trials of the backends that need a worker of their own; starts loading them at once. */
  readonly startTrials: () => Trials
  readonly turn: () => Promise<void>
  /** Times the backend that is open here, with tiny steps. */
  readonly timeSteps: () => Promise<number>
}

export type Trials = {
  /** Resolves when the trial workers have loaded, or it takes too long: the machine has peace again. */
  readonly loaded: Promise<unknown>
  readonly measure: (options: {
    readonly gentle: boolean
    /** Milliseconds per image of the best so far; Infinity when there is none. */
    readonly msPerImageToBeat: number
  }) => Promise<readonly BackendTrial[]>
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
  /**
   * Puts the network in `state` on the wanted backend, or on the best that works; there may be none. `state` is called
   * while the backend starts: what it computes costs no time of its own.
   */
  readonly moveTo: (choice: Choice, state: () => TrainerState) => Promise<readonly Refusal[]>
  /** As `moveTo`, but not on the present backend, which failed for this reason. */
  readonly replace: (choice: Choice, state: () => TrainerState, reason: string) => Promise<readonly Refusal[]>
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

  /** The network's numbers are computed while the backend loads its code. */
  async function open(
    name: BackendName,
    { gentle }: { readonly gentle: boolean },
    state: () => TrainerState,
  ): Promise<OpenBackend> {
    const opening = tools.openBackend(name, { gentle })
    // What it says comes below; until then it must not count as an unhandled rejection.
    opening.catch(() => undefined)
    await tools.turn()
    state()
    return opening
  }

  /**
   * WASM is measured here, where it stays open, for it is what most machines compute with; the others in workers that can
   * be ended. The machine has to be left alone meanwhile, so whoever calls waits.
   */
  async function measure(gentle: boolean, state: () => TrainerState): Promise<readonly BackendTrial[]> {
    const others = tools.startTrials()
    const wasm = await timed(async () => {
      backend = await open('wasm', { gentle }, state)
      await others.loaded
      return { msPerImage: await tools.timeSteps(), threads: backend.threads }
    })
    const msPerImageToBeat = wasm.outcome === 'measured' ? wasm.msPerImage : Number.POSITIVE_INFINITY
    return [wasm, ...(await others.measure({ gentle, msPerImageToBeat }))]
  }

  async function timed(
    measuring: () => Promise<{ msPerImage: number; threads: number }>,
  ): Promise<BackendTrial> {
    try {
      return { backend: 'wasm', outcome: 'measured', ...(await measuring()) }
    } catch (error) {
      close()
      return { backend: 'wasm', outcome: 'unavailable', reason: messageOf(error) }
    }
  }

  async function candidates(
    { backend: wanted, gentle }: Choice,
    state: () => TrainerState,
  ): Promise<readonly BackendName[]> {
    if (wanted !== 'auto') failed.delete(wanted)
    const present = backend?.name
    if (wanted === 'auto' && trials.length === 0) {
      close()
      trials = await measure(gentle, state)
    }
    const others = ranked(trials).filter((name) => !failed.has(name))
    if (wanted === 'auto') return others
    const fallbacks = present === undefined || failed.has(present) ? others : [present, ...others]
    return [...new Set([wanted, ...fallbacks])]
  }

  async function move(choice: Choice, state: () => TrainerState): Promise<readonly Refusal[]> {
    const names = await candidates(choice, state)
    const refused: Refusal[] = []
    for (const name of names) {
      try {
        // After measuring, the best one may be open already.
        const isOpen = trainer === null && backend?.name === name
        if (!isOpen) {
          close()
          backend = await open(name, choice, state)
        }
        trainer = tools.createTrainer(state())
        return refused
      } catch (error) {
        close()
        const reason = messageOf(error)
        refused.push({ backend: name, reason })
        trials = withUnavailable(trials, name, reason)
      }
    }
    const missing = trials.filter((trial) => trial.outcome === 'unavailable')
    return [...missing.filter((trial) => !names.includes(trial.backend)), ...refused]
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
