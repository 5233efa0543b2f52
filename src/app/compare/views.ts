/** The two views of a comparison: made once for the page, for a view listens to the run as long as the page lives. */
import type { KnownRun } from '../../session/stateAt.ts'
import type { TapeLane } from '../../session/tapeLane.ts'
import type { PageRun } from '../../session/useRun.ts'
import { createView, type View } from '../../session/view.ts'
import type { Side } from '../../ui/twins.ts'
import { comparing } from './comparing.ts'

export type ComparedView = View & { readonly lane: TapeLane }
export type ComparedViews = Readonly<Record<Side, ComparedView>>

/** Another run can stand on both sides from now on. */
export function knowBoth(page: PageRun, kept: KnownRun): void {
  const { a, b } = comparedViews(page)
  a.know(kept)
  b.know(kept)
  const { known } = comparing.getState()
  comparing.setState({ known: [...known.filter((id) => id !== kept.header.id), kept.header.id] })
}

/** Its pictures are not yet those of the step it was sent to. */
export function isLateView({ place, frames }: Pick<View, 'place' | 'frames'>): boolean {
  const at = place.getState().place
  return at !== null && frames.latest()?.step !== at.step
}

const made = new WeakMap<PageRun, ComparedViews>()

export function comparedViews(page: PageRun): ComparedViews {
  const known = made.get(page)
  if (known) return known
  const view = () => {
    const lane = page.player.openLane(page.run.frames.digit())
    return { ...createView({ run: page.run, lane }), lane }
  }
  const views = { a: view(), b: view() }
  made.set(page, views)
  return views
}
