/** Kept steps as the tape's worker has them: asked from the keeper, and those used last remembered. */
import { initialParameters, zeroParameters } from '../../network/parameters.ts'
import type { ParameterValues } from '../../network/spec.ts'
import type { RunId } from '../../protocol/keep.ts'
import type { KeptStepAnswer, KeptStepWish, TapePlace } from '../../protocol/tape.ts'
import { type KeptStep, openStep, type Root, rootOf, unpackStep } from '../../tape/keptStep.ts'

/** As packed, for going back and forth without asking: a whole tape, usually. */
const defaultMemoryBytes = 64_000_000

export type KeptSteps = {
  /** Rejects where the step is not on the tape, or damaged. */
  readonly at: (place: TapePlace) => Promise<KeptStep>
  /** The weights that the differences of a step are counted from: 13 MB, of one run at a time. */
  readonly rootOf: (run: RunId, kept: KeptStep) => Promise<Root | null>
  /** The network that the run of a step began with. The same function for the same network. */
  readonly firstOf: (run: RunId, kept: KeptStep) => Promise<() => ParameterValues>
  readonly receive: (answer: KeptStepAnswer) => void
}

export function createKeptSteps(
  ask: (wish: KeptStepWish) => void,
  { memoryBytes = defaultMemoryBytes }: { readonly memoryBytes?: number } = {},
): KeptSteps {
  type Remembered = { readonly place: TapePlace; readonly kept: KeptStep; readonly bytes: number }
  /** The one used last is the last. */
  const remembered = new Map<string, Remembered>()
  const awaited = new Map<
    number,
    { resolve(bytes: Uint8Array<ArrayBuffer>): void; reject(error: Error): void }
  >()
  let asks = 0
  let root: { readonly key: string; readonly root: Root } | null = null
  let first: { readonly run: RunId; readonly weights: () => ParameterValues } | null = null

  const keyOf = ({ run, step }: TapePlace) => `${run}/${step}`

  function remember(key: string, one: Remembered) {
    remembered.delete(key)
    remembered.set(key, one)
    let bytes = [...remembered.values()].reduce((sum, other) => sum + other.bytes, 0)
    for (const [oldest, other] of remembered) {
      if (bytes <= memoryBytes || oldest === key) break
      remembered.delete(oldest)
      bytes -= other.bytes
    }
  }

  async function at(place: TapePlace): Promise<KeptStep> {
    const key = keyOf(place)
    const known = remembered.get(key)
    if (known) {
      remember(key, known)
      return known.kept
    }
    const number = ++asks
    const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      awaited.set(number, { resolve, reject })
      ask({ ask: number, place })
    })
    const kept = openStep(bytes)
    remember(key, { place, kept, bytes: bytes.length })
    return kept
  }

  async function rootFor(run: RunId, kept: KeptStep): Promise<Root | null> {
    if (kept.root === 'here') return null
    const key = kept.root === 'seed' ? `seed ${kept.seed}` : `${kept.root}`
    if (root?.key !== key) {
      const found: Root | null =
        kept.root === 'seed'
          ? { fc1: initialParameters(kept.seed)['fc1/weights'], from: 'seed' }
          : rootOf(await at({ run, step: 0 }))
      if (found === null) return null
      root = { key, root: found }
    }
    return root.root
  }

  return {
    at,
    rootOf: rootFor,
    async firstOf(run, { root: from, seed }) {
      if (first?.run === run) return first.weights
      // A step 0 that is damaged can be drawn again where it was drawn.
      const draw = () => initialParameters(seed)
      const weights = from === 'seed' ? draw : unpacking(await at({ run, step: 0 }))
      first = { run, weights }
      return weights
    },
    receive(answer) {
      switch (answer.type) {
        case 'kept-step': {
          const { place, bytes } = answer
          const waiting = awaited.get(answer.ask)
          awaited.delete(answer.ask)
          if (bytes) waiting?.resolve(bytes)
          else waiting?.reject(new Error(`Step ${place.step} is not on the tape.`))
          return
        }
        case 'back-to':
          for (const [key, { place }] of remembered) {
            if (place.run === answer.run && place.step > answer.step) remembered.delete(key)
          }
          return
        default:
          answer satisfies never
      }
    },
  }
}

/** Of a step that needs no other one. */
const unpacking = (kept: KeptStep) => () => {
  const values = zeroParameters()
  unpackStep(kept, null, values)
  return values
}
