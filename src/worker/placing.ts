/** On which backend the run is, and what the page hears when that changes. */
import type { TrainerState } from '../protocol/checkpoint.ts'
import type { Problem } from '../protocol/messages.ts'
import type { Choice, Engine, Refusal } from './engine.ts'
import { problemOf } from './refusals.ts'
import type { WorkshopTools } from './tools.ts'

export type PlacingOptions = {
  readonly engine: Engine
  readonly post: WorkshopTools['post']
  /** The network is on another backend. */
  readonly moved: () => void
  /** None works: the run cannot go on. */
  readonly failed: (problem: Problem) => void
}

export type Placing = ReturnType<typeof createPlacing>

export function createPlacing({ engine, post, moved, failed }: PlacingOptions) {
  /** The choice the engine was last asked for; null before the first. */
  let placed: Choice | null = null

  /** After a move to another backend. */
  function sayWhere() {
    moved()
    const backend = engine.backend()
    if (backend === null) return
    const { name, threads, kernels } = backend
    post({ type: 'backend', backend: name, threads, kernels, trials: engine.trials() })
  }

  return {
    /** Whether this was chosen before, and a network is there. */
    isChosen: ({ backend, gentle }: Choice) =>
      engine.trainer() !== null && placed?.backend === backend && placed.gentle === gentle,
    /** Whether this backend is the present one already. */
    isPresent({ backend, gentle }: Choice) {
      const present = engine.backend()?.name
      return present === backend && (present !== 'wasm' || placed?.gentle === gentle)
    },
    async moveTo(choice: Choice, network: () => TrainerState): Promise<readonly Refusal[]> {
      placed = choice
      const refused = await engine.moveTo(choice, network)
      sayWhere()
      return refused
    },
    sayWhere,
    /** Says which wish could not be fulfilled, or that no backend works at all. */
    complain(refused: readonly Refusal[], wanted: Choice['backend']) {
      const problem = problemOf(refused, wanted, { isAnyLeft: engine.backend() !== null })
      if (problem?.code === 'no-backend-works') failed(problem)
      else if (problem) post({ type: 'problem', problem })
    },
  }
}
