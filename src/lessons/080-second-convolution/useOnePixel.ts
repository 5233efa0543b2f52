/** The chosen pixel of the newest frame, worked out by hand. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { bothOf, type Followed } from '../../figures/tapSource.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { explainPixel, type OnePixel } from './explain.ts'

export type Now = { readonly pixel: OnePixel; readonly step: number }

/** `read` gives null while there is no frame with everything the sum needs; `changes` tells when to read again. */
export function useOnePixel(chosen: CellStore): {
  readonly read: () => Now | null
  readonly changes: Followed
} {
  const { frames } = useRunHandle()
  return useMemo(
    () => ({
      changes: bothOf(frames, chosen),
      read() {
        const frame = frames.latest()
        const pool1 = frame?.planes.get('pool1')
        const weights = frame?.planes.get('conv2/weights')
        const bias = frame?.planes.get('conv2/bias')
        if (!frame || !pool1 || !weights || !bias) return null
        return { pixel: explainPixel({ pool1, weights, bias }, chosen.getState().cell), step: frame.step }
      },
    }),
    [frames, chosen],
  )
}
