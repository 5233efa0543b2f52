/** The way a reader took from number to number. The place itself is `openSum`'s; this only remembers how one came there. */
import { createStore } from 'zustand/vanilla'
import type { Site } from '../../sums/explanation.ts'
import { openSum } from '../../sums/openSum.ts'

/** `moved`: the last change was made inside of the panel, so the focus goes on with it. */
const trail = createStore<{ readonly sites: readonly Site[]; readonly moved: boolean }>(() => ({
  sites: [],
  moved: false,
}))

/** From the number one began with to `site`. Whoever comes from a picture begins anew. */
export function trailTo(site: Site): readonly Site[] {
  const { sites } = trail.getState()
  const last = sites.at(-1)
  return last && isSame(last, site) ? sites : [site]
}

/** On to a number that the shown one is made of. */
export function goDeeper(to: Site): void {
  const { site } = openSum.getState()
  trail.setState({ sites: [...(site ? trailTo(site) : []), to], moved: true })
  openSum.setState({ site: to })
}

/** Back to a number of the trail. */
export function goBackTo(index: number): void {
  const { sites } = trail.getState()
  const to = sites[index]
  if (!to) return
  trail.setState({ sites: sites.slice(0, index + 1), moved: true })
  openSum.setState({ site: to })
}

/** Whether the last change was made in the panel; asking forgets it. */
export function takeMoved(): boolean {
  const { moved } = trail.getState()
  trail.setState({ moved: false })
  return moved
}

function isSame(one: Site, other: Site): boolean {
  return (
    one.tap === other.tap && one.map === other.map && one.row === other.row && one.column === other.column
  )
}
