/** What a run has reached is kept when the page goes out of sight: it may be the last that is heard of it. */
import type { Run } from '../session/run.ts'

export function keepInTime(run: Run): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') run.keep()
  })
  window.addEventListener('pagehide', () => run.keep())
}
