/** Pages of digits, and their bytes as one block a wall can be painted from. */
import type { Plane } from '../../math/plane.ts'
import { classCount, imageSide, pixelCount } from '../../network/spec.ts'
import type { Digits } from '../../session/digits.ts'

/** Rows under each digit that are left empty for its label. */
export const labelRows = 6

/** Digits of one wall: [28 + 7, 28, count]; missing ones and the rows for labels are background. */
export function wallPlane({ imagesNHW, labels }: Digits, count: number): Plane {
  const shape = [imageSide + labelRows, imageSide, count]
  const values = new Float32Array((imageSide + labelRows) * imageSide * count)
  for (let digit = 0; digit < Math.min(count, labels.length); digit++) {
    for (let pixel = 0; pixel < pixelCount; pixel++) {
      values[pixel * count + digit] = imagesNHW[digit * pixelCount + pixel] / 255
    }
  }
  return { shape, values }
}

export const splitNames = ['train', 'validation', 'test'] as const
export type SplitName = (typeof splitNames)[number]

/** The parts of a data set with their sizes, and each one's share of the whole. */
export function splitsOf(sizes: Readonly<Record<SplitName, number>>) {
  const all = splitNames.reduce((sum, split) => sum + sizes[split], 0)
  return splitNames.map((split) => ({ split, count: sizes[split], share: sizes[split] / all }))
}

/** Ten numbers, zero everywhere but for a one at the place of the digit. */
export function oneHotOf(label: number): readonly number[] {
  return Array.from({ length: classCount }, (_, digit) => (digit === label ? 1 : 0))
}

/** The first digit of the page that holds the `index`-th one. */
export function pageStart(index: number, perPage: number): number {
  return Math.floor(index / perPage) * perPage
}

/** Where the page after this one starts, or the same where there is none; `back` for the one before. */
export function turnPage(
  offset: number,
  {
    matching,
    perPage,
    back,
  }: { readonly matching: number; readonly perPage: number; readonly back: boolean },
): number {
  const next = offset + (back ? -perPage : perPage)
  return next < 0 || next >= matching ? offset : next
}
