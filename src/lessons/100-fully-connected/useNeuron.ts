/** The chosen neuron of the newest frame, worked out by hand: its strongest contributions and one remainder. */
import { useMemo } from 'react'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { explain } from '../../sums/explain.ts'
import type { Explanation, Product } from '../../sums/explanation.ts'
import { type Largest, largestTerms } from '../../sums/largest.ts'

export const strongestShown = 3

export type NeuronNow = {
  readonly step: number
  readonly sum: Extract<Explanation, { kind: 'fully-connected' }>
  readonly largest: Largest<Product>
  /** Value times weight for all 3,136 inputs, as pool2 lies in memory. */
  readonly contributions: Float32Array
}

export type Neuron = {
  /** Null while there is no frame with everything the sum needs. */
  readonly read: () => NeuronNow | null
  readonly subscribe: (changed: () => void) => () => void
}

/** @param neuron from 0 */
export function useNeuron(neuron: number): Neuron {
  const { frames, store } = useRunHandle()
  useWatch([`neuron/${neuron}`])
  return useMemo(() => {
    // Many texts and pictures ask; one frame is worked out once.
    let done: { readonly frame: unknown; readonly now: NeuronNow | null } | null = null
    return {
      subscribe: frames.subscribe,
      read() {
        const frame = frames.latest()
        if (!frame) return null
        if (done?.frame !== frame) {
          const sum = explain(
            { tap: 'fc1', map: neuron, row: 0, column: 0 },
            {
              ...frame,
              seed: store.getState().settings.seed,
            },
          )
          done = { frame, now: sum?.kind === 'fully-connected' ? nowOf(sum, frame.step) : null }
        }
        return done.now
      },
    }
  }, [frames, store, neuron])
}

function nowOf(sum: NeuronNow['sum'], step: number): NeuronNow {
  const largest = largestTerms(sum.products, ({ product }) => product, strongestShown)
  return { step, sum, largest, contributions: Float32Array.from(sum.products, ({ product }) => product) }
}
