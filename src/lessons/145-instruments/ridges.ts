/** Histograms one before the other, the newest in front: where each stands, and which of them is under a point. */
import type { Distribution } from '../../protocol/record.ts'
import { commonSpan, rebinned, type Span } from './rebin.ts'

export type HeightScale = 'linear' | 'logarithmic'

export type Ridge = {
  readonly step: number
  readonly distribution: Distribution
  /** Heights over the common bins, 0 … 1: 1 is the fullest bin of all ridges. */
  readonly heights: Float64Array
}

export type Ridges = { readonly span: Span; readonly binCount: number; readonly ridges: readonly Ridge[] }

/** Few enough to look like a line, many enough to see two hills. */
const binCount = 48

/** In step order. Logarithmic heights count ln(1 + n), so that an empty bin has none. */
export function ridgesOf(
  recorded: readonly { readonly step: number; readonly distribution: Distribution }[],
  scale: HeightScale,
): Ridges {
  const span = commonSpan(recorded.map(({ distribution }) => distribution))
  const heightOf = (count: number) => (scale === 'linear' ? count : Math.log1p(Math.max(0, count)))
  const counted = recorded.map(({ step, distribution }) => ({
    step,
    distribution,
    heights: rebinned(distribution, span, binCount).map(heightOf),
  }))
  const peak = Math.max(0, ...counted.map(({ heights }) => Math.max(...heights))) || 1
  return {
    span,
    binCount,
    ridges: counted.map((ridge) => ({ ...ridge, heights: ridge.heights.map((height) => height / peak) })),
  }
}

/** The area of the ridges, in device pixels, and where the baseline of each stands in it. */
export type RidgeLayout = {
  readonly left: number
  readonly right: number
  /** Of the newest, in front. */
  readonly bottom: number
  readonly baselines: readonly number[]
  /** Of height 1. */
  readonly tallest: number
}

/** The share of the area that the fullest bin may take: ridges overlap, and their distance still shows the steps. */
const tallestShare = 0.42

/** Baselines lie as the steps do: the oldest furthest up, the newest at the bottom. */
export function layoutRidges(
  steps: readonly number[],
  area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): RidgeLayout {
  const height = Math.max(1, area.bottom - area.top)
  const tallest = height * (steps.length > 1 ? tallestShare : 0.9)
  const [first, last] = [steps[0] ?? 0, steps.at(-1) ?? 0]
  const room = height - tallest
  const baselines = steps.map(
    (step) => area.bottom - (last === first ? 0 : ((last - step) / (last - first)) * room),
  )
  return { left: area.left, right: area.right, bottom: area.bottom, baselines, tallest }
}

/** Height of a ridge over its baseline at a place across: straight from the middle of one bin to that of the next. */
export function heightAt({ heights }: Pick<Ridge, 'heights'>, share: number): number {
  const place = share * heights.length - 0.5
  if (place <= 0) return heights[0] ?? 0
  if (place >= heights.length - 1) return heights.at(-1) ?? 0
  const before = Math.floor(place)
  return heights[before] + (heights[before + 1] - heights[before]) * (place - before)
}

/** The place of the ridge that is seen at a point: the foremost whose area covers it, else the nearest baseline. Null for none. */
export function ridgeAt(
  ridges: readonly Ridge[],
  layout: RidgeLayout,
  { x, y }: { readonly x: number; readonly y: number },
): number | null {
  const share = (x - layout.left) / (layout.right - layout.left)
  if (ridges.length === 0 || share < 0 || share > 1) return null
  for (let i = ridges.length - 1; i >= 0; i--) {
    const baseline = layout.baselines[i]
    if (y <= baseline && y >= baseline - heightAt(ridges[i], share) * layout.tallest) return i
  }
  const distances = layout.baselines.map((baseline) => Math.abs(baseline - y))
  return distances.indexOf(Math.min(...distances))
}
