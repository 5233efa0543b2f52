/** Which run a part of the page shows: in a comparison each side shows its own. */
import type { Run } from '../../session/run.ts'

const runs = new WeakMap<Element, Run>()

/** `side` is an element with `data-side`. */
export function markSide(side: Element, run: Run): void {
  runs.set(side, run)
}

/** The run of the side an element stands on; null outside of comparisons. */
export function runOfSide(element: Element | null): Run | null {
  const side = element?.closest('[data-side]')
  return (side && runs.get(side)) ?? null
}

/** `A: `, `B: ` or `B − A: ` before the name of what stands there; empty outside of comparisons. */
export function sidePrefix(element: Element): string {
  const side = element.closest<HTMLElement>('[data-side]')?.dataset.side
  if (side === undefined) return ''
  return side === 'difference' ? 'B − A: ' : `${side.toUpperCase()}: `
}
