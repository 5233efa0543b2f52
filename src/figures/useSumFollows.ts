/** An open sum goes with the window that makes its number. */
import { useEffect } from 'react'
import type { TapName } from '../network/spec.ts'
import { openSum } from '../sums/openSum.ts'
import type { CellStore } from './cellStore.ts'

/** Once it rests: played faster than this, no one could read it anyway. */
const restMs = 150

/** Only a sum of `tap` follows: who has gone on to another number stays with it. */
export function useSumFollows(chosen: CellStore, tap: TapName): void {
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    const stop = chosen.subscribe(() => {
      clearTimeout(resting)
      resting = setTimeout(() => {
        const { site } = openSum.getState()
        if (site?.tap === tap && !site.version) openSum.setState({ site: { tap, ...chosen.getState().cell } })
      }, restMs)
    })
    return () => {
      stop()
      clearTimeout(resting)
    }
  }, [chosen, tap])
}
