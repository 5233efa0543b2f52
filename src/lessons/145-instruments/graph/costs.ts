/** What boxes cost, and on which scale that is a colour. Pure. */
import type { StepTrace } from '../../../protocol/record.ts'
import { costOf } from '../trace/sums.ts'
import type { PlacedBox } from './layout.ts'
import { isWithin } from './scopes.ts'
import type { ColorBy } from './view.ts'

/** The value that gives a box its colour; null where it has none. */
export function costShownOf(trace: StepTrace | null, id: string, colorBy: ColorBy): number | null {
  if (trace === null || colorBy === 'none') return null
  const cost = costOf(trace, (node) => isWithin(node, id))
  if (cost === null) return null
  return colorBy === 'time' ? cost.ms : cost.bytes
}

/** The largest value of a box that is coloured: the end of the scale. */
export function limitOf(trace: StepTrace | null, boxes: readonly PlacedBox[], colorBy: ColorBy): number {
  const values = boxes
    .filter(({ isOpen }) => !isOpen)
    .map(({ box }) => costShownOf(trace, box.id, colorBy) ?? 0)
  return Math.max(0, ...values)
}
