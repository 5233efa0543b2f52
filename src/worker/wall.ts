/** Digits for a wall of digits: some of one class, or of all. Pure. */
import type { LabelledImages } from '../data/sets.ts'
import { pixelCount } from '../network/spec.ts'
import type { Command, Report } from '../protocol/messages.ts'

/** Copies `count` digits, from the `offset`-th match on, or those at `indices`. Without a set the answer is empty. */
export function digitsFor(
  { id, label, offset, count, indices: named }: Extract<Command, { type: 'want-digits' }>,
  split: LabelledImages | null,
): Extract<Report, { type: 'digits' }> {
  const matches: number[] = []
  for (const [index, digit] of (split?.labels ?? new Uint8Array()).entries()) {
    if (label === null || digit === label) matches.push(index)
  }
  const size = split?.labels.length ?? 0
  const indices = Uint32Array.from(
    named?.filter((index) => index >= 0 && index < size) ?? matches.slice(offset, offset + count),
  )
  const imagesNHW = new Uint8Array(indices.length * pixelCount)
  for (const [i, index] of indices.entries()) {
    imagesNHW.set(split!.imagesNHW.subarray(index * pixelCount, (index + 1) * pixelCount), i * pixelCount)
  }
  const labels = Uint8Array.from(indices, (index) => split!.labels[index]!)
  return { type: 'digits', id, imagesNHW, labels, indices, matching: matches.length }
}
