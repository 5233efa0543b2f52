/** One handwritten digit, made from a skeleton and prepared as MNIST was. */
import { normal, type Random, uniform } from '../../math/random.ts'
import { prepareGrey } from '../prepareDrawing.ts'
import type { Form } from './form.ts'
import { forms } from './forms.ts'
import { curveThrough } from './path.ts'
import { drawStrokes } from './pen.ts'
import { createWarp, penRadii, warpCurve, wobble } from './variation.ts'

/** Pixels of the longer side before the digit is scaled down to 20: three per pixel are enough for smooth edges. */
const sheetSide = 60
/** Length of a segment of the curve, in heights of a digit. */
const spacing = 0.06

/** 28 × 28 values 0 … 1, as `prepareDrawing` makes them. `digit` is 0 … 9. */
export function writeDigit(digit: number, random: Random): Float32Array {
  const form = pickForm(forms[digit]!, random)
  const distortion = form.distortion ?? 1
  const warp = createWarp(distortion, random)
  const deviation = distortion * (0.01 + 0.032 * uniform(random))
  // The median stroke is 0.13 heights wide; one hand in forty writes half or twice that.
  const radius = clamp(0.064 * Math.exp(0.3 * normal(random)), 0.025, 0.12)
  const strokes = form.strokes.map((stroke) => {
    const curve = curveThrough(wobble(stroke, deviation, random), spacing)
    warpCurve(curve, warp)
    return { curve, radii: penRadii(curve.xs.length, radius, random) }
  })
  const prepared = prepareGrey(drawStrokes(strokes, sheetSide, 1))
  if (!prepared) throw new Error(`The form “${form.name}” of ${digit} left no ink.`)
  return prepared.imageHW
}

function pickForm(choices: readonly Form[], random: Random): Form {
  let left = uniform(random) * choices.reduce((sum, form) => sum + form.weight, 0)
  for (const form of choices) {
    left -= form.weight
    if (left < 0) return form
  }
  return choices[choices.length - 1]!
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
