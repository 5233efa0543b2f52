/** Histograms with bins of their own, brought onto common ones, so that they can stand one before the other. */
import type { Distribution } from '../../protocol/record.ts'

export type Span = { readonly low: number; readonly high: number }

/** From the least to the greatest value of all; never empty, so that it can be divided. */
export function commonSpan(distributions: readonly Pick<Distribution, 'min' | 'max'>[]): Span {
  if (distributions.length === 0) return { low: 0, high: 1 }
  const low = Math.min(...distributions.map(({ min }) => min))
  const high = Math.max(...distributions.map(({ max }) => max))
  if (low < high) return { low, high }
  const room = Math.abs(low) / 2 || 0.5
  return { low: low - room, high: high + room }
}

/**
 * The counts of `distribution` in `binCount` bins of equal width over `span`. Within one of its own bins the values are taken
 * to lie evenly, so the counts need not be whole, but they add up to the same sum. Values that are all equal stay together.
 */
export function rebinned({ min, max, bins }: Distribution, span: Span, binCount: number): Float64Array {
  const counts = new Float64Array(binCount)
  const width = (span.high - span.low) / binCount
  const placeOf = (value: number) =>
    Math.max(0, Math.min(binCount - 1, Math.floor((value - span.low) / width)))
  const ownWidth = (max - min) / bins.length
  for (const [i, count] of bins.entries()) {
    if (count === 0) continue
    const from = min + i * ownWidth
    const to = i === bins.length - 1 ? max : from + ownWidth
    const [first, last] = [placeOf(from), placeOf(to)]
    let left = count
    for (let place = first; place < last; place++) {
      const part =
        (count * (span.low + (place + 1) * width - Math.max(from, span.low + place * width))) / (to - from)
      counts[place] += part
      left -= part
    }
    counts[last] += left
  }
  return counts
}

export type RecordedBin = { readonly low: number; readonly high: number; readonly count: number }

/** The recorded bin that `value` falls into; null where it lies outside of all. */
export function recordedBin({ min, max, bins }: Distribution, value: number): RecordedBin | null {
  if (value < min || value > max || bins.length === 0) return null
  const width = (max - min) / bins.length
  const place = width === 0 ? 0 : Math.min(bins.length - 1, Math.floor((value - min) / width))
  return {
    low: min + place * width,
    high: place === bins.length - 1 ? max : min + (place + 1) * width,
    count: bins[place],
  }
}
