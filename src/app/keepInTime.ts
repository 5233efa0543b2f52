/** What a run has reached is kept when the page goes out of sight: it may be the last that is heard of it. */
import type { Keeper } from '../session/keeper.ts'
import type { Run } from '../session/run.ts'

export function keepInTime(run: Run): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') run.keep()
  })
  window.addEventListener('pagehide', () => run.keep())
}

/** `data-kept-step` on `<html>`: up to where the present run is kept; absent where it is not. */
export function showKept(run: Run, keeper: Keeper): void {
  const show = () => {
    const { kept } = keeper.store.getState()
    const isPresent = kept !== null && kept.id === run.store.getState().id
    if (isPresent) document.documentElement.setAttribute('data-kept-step', String(kept.step))
    else document.documentElement.removeAttribute('data-kept-step')
  }
  keeper.store.subscribe(show)
  run.store.subscribe(({ id }, before) => {
    if (id !== before.id) show()
  })
}
