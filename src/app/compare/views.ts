/** The two views of a comparison: made once for the page, for a view listens to the run as long as the page lives. */
import type { KnownRun } from '../../session/stateAt.ts'
import type { PageRun } from '../../session/useRun.ts'
import { createView, type View } from '../../session/view.ts'
import type { Side } from '../../ui/twins.ts'

export type ComparedViews = Readonly<Record<Side, View>>

/** Another run can stand on both sides from now on. */
export function knowBoth(page: PageRun, kept: KnownRun): void {
  const { a, b } = comparedViews(page)
  a.know(kept)
  b.know(kept)
}

const made = new WeakMap<PageRun, ComparedViews>()

export function comparedViews(page: PageRun): ComparedViews {
  const known = made.get(page)
  if (known) return known
  const view = () => createView({ run: page.run, lane: page.player.openLane(page.run.frames.digit()) })
  const views = { a: view(), b: view() }
  made.set(page, views)
  return views
}
