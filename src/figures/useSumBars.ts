/** Bars of a vector of the network whose sums can be opened: what `BarStage` needs for that. */
import { useMemo } from 'react'
import type { TapName } from '../network/spec.ts'
import { openSum } from '../sums/openSum.ts'
import { useTapSource } from './tapSource.ts'

export function useSumBars(tap: TapName) {
  const source = useTapSource(tap, undefined, openSum)
  return useMemo(
    () => ({
      source,
      onPick: (index: number) => openSum.setState({ site: { tap, map: index, row: 0, column: 0 } }),
      framed: () => {
        const { site } = openSum.getState()
        return site?.tap === tap ? site.map : -1
      },
    }),
    [source, tap],
  )
}
