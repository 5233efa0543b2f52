/** The stages of the ribbon, in the order data flows, and how much room each picture needs. */

import type { LessonId, RibbonStage } from '../../lessons/lesson.ts'
import { type TapName, tapShapes } from '../../network/spec.ts'

export type StageName = Exclude<RibbonStage, 'all' | 'none'>

export type StageSpec = {
  readonly stage: StageName
  readonly tap: TapName
  /** Sizes as they are written below the picture; the number of maps comes first. */
  readonly sizes: readonly number[]
  /** Where a click leads. */
  readonly lesson: LessonId
}

export const stages: readonly StageSpec[] = [
  { stage: 'input', tap: 'input', sizes: [28, 28], lesson: 'digits' },
  { stage: 'conv1', tap: 'conv1', sizes: [32, 28, 28], lesson: 'convolution' },
  { stage: 'pool1', tap: 'pool1', sizes: [32, 14, 14], lesson: 'pooling' },
  { stage: 'conv2', tap: 'conv2', sizes: [64, 14, 14], lesson: 'second-convolution' },
  { stage: 'pool2', tap: 'pool2', sizes: [64, 7, 7], lesson: 'second-pooling' },
  { stage: 'fc1', tap: 'fc1', sizes: [1024], lesson: 'fully-connected' },
  { stage: 'fc2', tap: 'softmax', sizes: [10], lesson: 'answer' },
  { stage: 'answer', tap: 'softmax', sizes: [], lesson: 'answer' },
]

/** `32 × 28×28` from [32, 28, 28], `28×28` from [28, 28]. */
export function sizesText(sizes: readonly number[], count: (value: number) => string): string {
  const [first, ...rest] = sizes.map(count)
  return rest.length === 2 ? `${first} × ${rest.join('×')}` : sizes.map(count).join('×')
}

/** How the maps of a stage stand beside each other; `zoom` is in units of the ribbon. */
export type Arrangement = { readonly columns: number; readonly rows: number; readonly zoom: number }

export type RibbonLayout = {
  /** Device pixels of the smallest square a value can be: whole, so that values stay sharp. */
  readonly unit: number
  readonly arrangements: Readonly<Record<StageName, Arrangement>>
}

/** For narrow screens. */
export const tight: RibbonLayout['arrangements'] = {
  input: { columns: 1, rows: 1, zoom: 2 },
  conv1: { columns: 16, rows: 2, zoom: 1 },
  pool1: { columns: 8, rows: 4, zoom: 1 },
  conv2: { columns: 16, rows: 4, zoom: 1 },
  pool2: { columns: 8, rows: 8, zoom: 1 },
  fc1: { columns: 1, rows: 1, zoom: 2 },
  fc2: { columns: 1, rows: 1, zoom: 1 },
  answer: { columns: 1, rows: 1, zoom: 1 },
}
const roomy: RibbonLayout['arrangements'] = { ...tight, pool2: { columns: 16, rows: 4, zoom: 2 } }

/** Width and height of a picture in device pixels. Between two maps lies one unit. */
export function pictureSize(
  spec: StageSpec,
  { unit, arrangements }: RibbonLayout,
): { readonly width: number; readonly height: number } {
  if (spec.stage === 'fc2') return { width: 69 * unit, height: 58 * unit }
  if (spec.stage === 'answer') return { width: 46 * unit, height: 58 * unit }
  const { columns, rows, zoom } = arrangements[spec.stage]
  const shape: readonly number[] = tapShapes[spec.tap]
  const [height, width] = shape.length === 3 ? shape : [32, 32]
  const side = (values: number, count: number) => (count * values * zoom + count - 1) * unit
  return { width: side(width, columns), height: side(height, rows) }
}

/** CSS pixels between two stages where room is short. */
export const leastGap = 10

/** The largest layout that fits `width` device pixels; where none does, the smallest, and the ribbon scrolls. */
export function chooseLayout(width: number, ratio: number): RibbonLayout {
  const smallest = Math.max(1, Math.round(ratio))
  const candidates = [4, 3, 2, 1, 0].flatMap((more) =>
    [roomy, tight].map((arrangements) => ({ unit: smallest + more, arrangements })),
  )
  const fits = (layout: RibbonLayout) => {
    const pictures = stages.reduce((sum, spec) => sum + pictureSize(spec, layout).width, 0)
    const gap = layout.arrangements === roomy ? 3 * leastGap : leastGap
    return pictures + (stages.length - 1) * gap * ratio <= width
  }
  return candidates.find(fits) ?? { unit: smallest, arrangements: tight }
}
