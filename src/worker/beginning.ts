/** Who a run is, and the network it begins with: drawn from its seed, or of a file. */
import type { TrainerState } from '../protocol/checkpoint.ts'
import type { Continuation, StartWeights } from '../protocol/keep.ts'
import type { FirstWeights } from '../training/firstNetwork.ts'
import type { KeptIdentity } from './keeping.ts'
import { once } from './once.ts'
import type { WorkshopTools } from './tools.ts'

export type Beginning = KeptIdentity & {
  /** The run at step 0. */
  readonly network: () => TrainerState
}

type Tools = Pick<WorkshopTools, 'initialState' | 'newRunId'>

/** A new run. With `weights` of a file only the order of the images and the dropout masks come from the seed. */
export function newBeginning(tools: Tools, seed: number, weights: StartWeights | null): Beginning {
  const drawn = once(() => tools.initialState(seed))
  return {
    id: tools.newRunId(),
    seed,
    origin: weights?.origin ?? { kind: 'seed' },
    startedMs: null,
    isFirstKept: weights === null,
    first: firstOf(drawn, weights?.parameters),
    network: () => (weights ? { ...drawn(), parameters: weights.parameters } : drawn()),
  }
}

/** That of a kept run. */
export function keptBeginning(tools: Tools, from: Continuation): Beginning {
  const { id, startedMs, settings, origin, first } = from
  const drawn = once(() => tools.initialState(settings.seed))
  return {
    id,
    seed: settings.seed,
    origin,
    startedMs,
    isFirstKept: true,
    first: firstOf(drawn, first),
    network: () => (first ? { ...drawn(), parameters: first } : drawn()),
  }
}

/** What another run with the same seed begins with, if it is not drawn. */
export function ownWeights({ origin, first }: Beginning): StartWeights | null {
  return origin.kind === 'weights' ? { origin, parameters: first() } : null
}

function firstOf(
  drawn: () => TrainerState,
  given: TrainerState['parameters'] | null | undefined,
): FirstWeights {
  return () => given ?? drawn().parameters
}
