/** What the open sum marks in the pictures of the page: its own value, and the values it is made of. */
import type { TapName } from '../network/spec.ts'
import type { Mark } from '../paint/surface.ts'
import type { Site } from '../sums/explanation.ts'
import { openSum } from '../sums/openSum.ts'
import { type ShownMaps, shownMarks } from './sites.ts'

const windowSide = 5
const reach = (windowSide - 1) / 2
const poolSide = 2

/** The marks of the open sum in a picture of `tap`; none while no sum is open. */
export function sumMarksIn(tap: TapName, shown: ShownMaps): readonly Mark[] {
  const { site } = openSum.getState()
  return site ? marksOf(site, tap).flatMap((mark) => shownMarks(tap, mark, shown)) : []
}

/** The same in places of the tap. The value itself is `accent`; what it is made of, and its twin beyond ReLU, is `ink`. */
export function marksOf(site: Site, tap: TapName): readonly Mark[] {
  const { map, row, column } = site
  const one: Mark = { map, row, column, rows: 1, columns: 1, look: 'ink' }
  if (tap === site.tap) return [{ ...one, look: 'accent' }]
  if (beforeRelu(tap) === beforeRelu(site.tap)) return [one]
  const window: Mark = {
    ...one,
    row: row - reach,
    column: column - reach,
    rows: windowSide,
    columns: windowSide,
  }
  const pooled: Mark = {
    ...one,
    row: row * poolSide,
    column: column * poolSide,
    rows: poolSide,
    columns: poolSide,
  }
  const filter: Mark = { ...one, row: 0, column: 0, rows: windowSide, columns: windowSide }
  switch (site.tap) {
    case 'conv1':
    case 'conv1/pre':
      return tap === 'input' ? [{ ...window, map: 0 }] : tap === 'conv1/weights' ? [filter] : []
    case 'conv2':
    case 'conv2/pre':
      return tap === 'pool1' ? Array.from({ length: 32 }, (_, channel) => ({ ...window, map: channel })) : []
    case 'pool1':
      return beforeRelu(tap) === 'conv1/pre' ? [pooled] : []
    case 'pool2':
      return beforeRelu(tap) === 'conv2/pre' ? [pooled] : []
    case 'dropout':
      return tap === 'fc1' ? [one] : []
    case 'softmax':
      return tap === 'fc2' ? [one] : []
    default:
      return []
  }
}

/** conv1, conv2 and fc1 have two taps for each value: before ReLU and after. */
function beforeRelu(tap: TapName): string {
  return tap === 'conv1' || tap === 'conv2' || tap === 'fc1' ? `${tap}/pre` : tap
}
