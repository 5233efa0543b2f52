/** What puts the logit of one digit ahead of that of another, pixel by pixel. */
import type { Plane } from '../../math/plane.ts'
import type { PlaneName } from '../../network/derivedTaps.ts'

type Planes = ReadonlyMap<PlaneName, Plane>
export type Pair = { readonly answer: number; readonly label: number }

/** Contributions of the pixels to the logit of the answer minus those to that of the label; null while they are missing. */
export function leadPlane(planes: Planes, { answer, label }: Pair): Plane | null {
  const one = planes.get(`trace/fc2/${answer}/input`)
  const other = planes.get(`trace/fc2/${label}/input`)
  if (!one || !other) return null
  return { shape: one.shape, values: one.values.map((value, pixel) => value - other.values[pixel]) }
}

/** The logit of the answer minus that of the label. */
export function leadOf(planes: Planes, { answer, label }: Pair): number | null {
  const logits = planes.get('fc2')?.values
  return logits ? logits[answer] - logits[label] : null
}
