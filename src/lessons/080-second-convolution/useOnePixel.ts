/** The chosen pixel of the newest frame, worked out by hand. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { bothOf, type Followed } from '../../figures/tapSource.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { Frame } from '../../session/frames.ts'
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
  return useMemo(() => {
    // The parts of the figure ask for the same sum many times in each painting.
    let known: {
      readonly frame: Frame
      readonly cell: MapCell
      readonly seed: number
      now: Now | null
    } | null = null
    return {
      changes: bothOf(frames, chosen),
      read() {
        const frame = frames.latest()
        if (!frame) return null
        const { cell } = chosen.getState()
        const { seed } = store.getState().settings
        if (known?.frame !== frame || known.cell !== cell || known.seed !== seed)
          known = { frame, cell, seed, now: workedOut(frame, cell, seed) }
        return known.now
      },
    }
  }, [frames, store, chosen])
}

function workedOut(frame: Frame, cell: MapCell, seed: number): Now | null {
  const pixel = explain({ tap: 'conv2/pre', ...cell }, { ...frame, seed })
  if (pixel?.kind !== 'convolution') return null
  return {
    pixel,
    contributions: Float32Array.from(pixel.channels, ({ sum }) => sum),
    step: frame.step,
  }
}
