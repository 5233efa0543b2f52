/** What the open sum marks in the pictures of the page: its own value, and the values it is made of. */
import type { PlaneName } from '../network/derivedTaps.ts'
import type { Mark } from '../paint/surface.ts'
import { areasOf } from '../sums/areas.ts'
import type { Site } from '../sums/explanation.ts'
import { openSum } from '../sums/openSum.ts'
import { planeNameOf } from '../sums/places.ts'
import { type ShownMaps, shownMarks } from './sites.ts'

/** The marks of the open sum in a picture of `name`; none while no sum is open. */
export function sumMarksIn(name: PlaneName, shown: ShownMaps): readonly Mark[] {
  const { site } = openSum.getState()
  return site ? marksOf(site, name).flatMap((mark) => shownMarks(name, mark, shown)) : []
}

/** The same in places of the tap: what the number is made of in ink, the number itself above it in the accent colour. */
export function marksOf(site: Site, name: PlaneName): readonly Mark[] {
  const areas = areasOf(site).map((area) => ({ area, look: 'ink' as const }))
  const own = { area: { ...site, rows: 1, columns: 1 }, look: 'accent' as const }
  return [...areas, own]
    .filter(({ area }) => planeNameOf(area.tap, area.version) === name)
    .map(({ area: { map, row, column, rows, columns }, look }) => ({ map, row, column, rows, columns, look }))
}
