/** The chosen pixel of the newest frame, worked out by hand. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { bothOf, type Followed } from '../../figures/tapSource.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { explain } from '../../sums/explain.ts'
import type { Explanation } from '../../sums/explanation.ts'

export type Now = {
  readonly pixel: Extract<Explanation, { kind: 'convolution' }>
  /** What each of the 32 input maps contributes. */
  readonly contributions: Float32Array
  readonly step: number
}

/** `read` gives null while there is no frame with everything the sum needs; `changes` tells when to read again. */
export function useOnePixel(chosen: CellStore): {
  readonly read: () => Now | null
  readonly changes: Followed
} {
  const { frames, store } = useRunHandle()
  return useMemo(
    () => ({
      changes: bothOf(frames, chosen),
      read() {
        const frame = frames.latest()
        if (!frame) return null
        const { seed } = store.getState().settings
        const pixel = explain({ tap: 'conv2/pre', ...chosen.getState().cell }, { ...frame, seed })
        if (pixel?.kind !== 'convolution') return null
        return {
          pixel,
          contributions: Float32Array.from(pixel.channels, ({ sum }) => sum),
          step: frame.step,
        }
      },
    }),
    [frames, store, chosen],
  )
}
