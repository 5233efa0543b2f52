/** How the values of a variable or of activations are distributed, in two passes over them. */
import type { Distribution } from '../protocol/record.ts'

/** Of equal width from the least to the greatest value. */
export const binCount = 64
/** Counted more finely, so that the edges of the bands are exact to 1/8192 of the range; the table fits the fastest cache. */
const finePerBin = 128
const fineCount = binCount * finePerBin
/** Of the standard normal distribution: the mean and 0.5, 1 and 1.5 deviations to both sides, as TensorBoard draws them. */
export const bandShares = [0, 0.07, 0.16, 0.31, 0.5, 0.69, 0.84, 0.93, 1] as const

/**
 * Mean and population standard deviation in double precision, the deviation from the differences to the mean. A percentile
 * p is the value with rank ⌊p · (count − 1)⌋ from below: 0, 1 and ranks of the least value are exact, the others are
 * within 1/8192 of the range. The values must be finite. Of no values, everything is zero.
 */
export function distributionOf(values: Float32Array): Distribution {
  const count = values.length
  const { min, max, mean } = extremes(values)
  if (min === max || count === 0) {
    const percentiles = new Float32Array(bandShares.length).fill(min)
    return { count, mean: min, deviation: 0, min, max, bins: Uint32Array.of(count), percentiles }
  }
  const fine = new Uint32Array(fineCount + 1)
  const scale = fineCount / (max - min)
  let squares0 = 0
  let squares1 = 0
  let at = 0
  // Two sums, so that no addition waits for the one before it.
  for (; at + 2 <= count; at += 2) {
    const a = values[at]!
    const b = values[at + 1]!
    fine[((a - min) * scale) | 0]!++
    squares0 += (a - mean) * (a - mean)
    fine[((b - min) * scale) | 0]!++
    squares1 += (b - mean) * (b - mean)
  }
  for (; at < count; at++) {
    fine[((values[at]! - min) * scale) | 0]!++
    squares0 += (values[at]! - mean) ** 2
  }
  // The greatest value stands on the right edge of the last bin, and belongs to it.
  fine[fineCount - 1]! += fine[fineCount]!
  const deviation = Math.sqrt((squares0 + squares1) / count)
  return {
    count,
    mean,
    deviation,
    min,
    max,
    bins: coarse(fine),
    percentiles: percentilesOf(values, fine, { min, max }),
  }
}

function extremes(values: Float32Array): { min: number; max: number; mean: number } {
  const count = values.length
  if (count === 0) return { min: 0, max: 0, mean: 0 }
  let min = values[0]!
  let max = min
  let sum0 = 0
  let sum1 = 0
  let at = 0
  for (; at + 2 <= count; at += 2) {
    const a = values[at]!
    const b = values[at + 1]!
    sum0 += a
    sum1 += b
    if (a < min) min = a
    if (a > max) max = a
    if (b < min) min = b
    if (b > max) max = b
  }
  for (; at < count; at++) {
    const a = values[at]!
    sum0 += a
    if (a < min) min = a
    if (a > max) max = a
  }
  return { min, max, mean: (sum0 + sum1) / count }
}

function coarse(fine: Uint32Array): Uint32Array {
  const bins = new Uint32Array(binCount)
  for (let at = 0; at < fineCount; at++) bins[Math.floor(at / finePerBin)]! += fine[at]!
  return bins
}

function percentilesOf(
  values: Float32Array,
  fine: Uint32Array,
  { min, max }: { readonly min: number; readonly max: number },
): Float32Array {
  const width = (max - min) / fineCount
  const ranks = bandShares.map((share) => Math.floor(share * (values.length - 1)))
  // What ReLU cut off is exactly zero, often half of all, and must not become a little more than zero.
  const least = ranks[1]! < fine[0]! ? countOf(values, min) : 0
  let bin = 0
  /** Values in the bins before `bin`. */
  let before = 0
  return Float32Array.from(ranks, (rank, place) => {
    if (place === 0 || rank < least) return min
    if (place === ranks.length - 1) return max
    while (before + fine[bin]! <= rank) before += fine[bin++]!
    // Within a bin the values are taken to lie evenly.
    return min + width * (bin + (rank - before + 0.5) / fine[bin]!)
  })
}

function countOf(values: Float32Array, wanted: number): number {
  let count = 0
  for (let at = 0; at < values.length; at++) if (values[at] === wanted) count++
  return count
}
