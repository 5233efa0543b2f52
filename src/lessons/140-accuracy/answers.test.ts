import { expect, test } from 'vitest'
import type { Answers } from '../../protocol/evaluation.ts'
import { flipsOf, imagesOf } from './answers.ts'

const answersOf = (
  images: readonly (readonly [label: number, answer: number, probability: number])[],
): Answers => ({
  labelsN: Uint8Array.from(images, ([label]) => label),
  answersN: Uint8Array.from(images, ([, answer]) => answer),
  answeredN: Float32Array.from(images, ([, , probability]) => probability),
  ofLabelN: new Float32Array(images.length),
})

const now = answersOf([
  [4, 9, 0.5],
  [4, 4, 0.75],
  [9, 4, 0.5],
  [4, 9, 0.875],
  [4, 4, 0.25],
  [7, 2, 0.625],
])

test('a cell holds the images with its label and its answer, the surest mistakes first', () => {
  expect(imagesOf(now, { label: 4, answer: 9 }).map(({ index }) => index)).toEqual([3, 0])
  expect(imagesOf(now, { label: 9, answer: 4 })).toEqual([
    { index: 2, label: 9, answer: 4, probability: 0.5 },
  ])
  expect(imagesOf(now, { label: 1, answer: 1 })).toEqual([])
})

test('on the diagonal, the least sure come first', () => {
  expect(imagesOf(now, { label: 4, answer: 4 }).map(({ index }) => index)).toEqual([4, 1])
})

test('changes are those of the images that both evaluations checked', () => {
  const before = answersOf([
    [4, 4, 1], // right, now a 9: became wrong
    [4, 9, 1], // became right
    [9, 9, 1], // became wrong
    [4, 7, 1], // wrong, and wrong now
  ])
  const flips = flipsOf(before, now)
  expect(flips.compared).toBe(4)
  expect(flips.becameRight).toEqual([{ index: 1, label: 4, answer: 4, probability: 0.75, before: 9 }])
  expect(flips.becameWrong.map(({ index }) => index)).toEqual([0, 2])
  expect(flips.stillWrong).toBe(1)
})

test('the same answers twice are no change', () => {
  const flips = flipsOf(now, now)
  expect([flips.compared, flips.becameRight, flips.becameWrong, flips.stillWrong]).toEqual([6, [], [], 0])
})
