import { expect, test } from 'vitest'
import { problemOf } from '../../tests/fixtures/idx.ts'
import { createRandom, derive } from '../math/random.ts'
import type { IdxFile } from './idx.ts'
import { describeDataset, type LabelledImages, pairFiles, splitSingle, splitTrainTest } from './sets.ts'

/** Image n is filled with n % 251 and has the label n % 10. */
function numbered(count: number): LabelledImages {
  return {
    imagesNHW: Uint8Array.from({ length: count * 784 }, (_, at) => Math.floor(at / 784) % 251),
    labels: Uint8Array.from({ length: count }, (_, n) => n % 10),
  }
}
const images = (count: number, file: string): IdxFile => ({
  kind: 'images',
  file,
  imagesNHW: new Uint8Array(count * 784),
})
const labels = (count: number, file: string, label = 0): IdxFile => ({
  kind: 'labels',
  file,
  labels: new Uint8Array(count).fill(label),
})

test('the first twelfth of a training set is validation, as 5,000 of 60,000', () => {
  const { splits } = splitTrainTest('files', numbered(120), numbered(20))
  expect(splits.validation.labels).toHaveLength(10)
  expect(splits.train.labels).toHaveLength(110)
  expect(splits.validation.imagesNHW[9 * 784]).toBe(9)
  expect(splits.train.imagesNHW[0]).toBe(10)
  expect(splits.test.labels).toHaveLength(20)
})

test('one set alone is divided 80/10/10, every image once and with its own label, the same each time', () => {
  const split = () => splitSingle('files', numbered(200), createRandom(derive(3, 'split'))).splits
  const { train, validation, test: testSplit } = split()
  expect([train, validation, testSplit].map((set) => set.labels.length)).toEqual([160, 20, 20])
  const seen = [train, validation, testSplit].flatMap((set) =>
    Array.from(set.labels, (label, n) => {
      expect(set.imagesNHW[n * 784]! % 10).toBe(label)
      return set.imagesNHW[n * 784]!
    }),
  )
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n))
  expect(split().train.imagesNHW).toEqual(train.imagesNHW)
  expect([...train.imagesNHW.filter((_, at) => at % 784 === 0)]).not.toEqual(
    Array.from({ length: 160 }, (_, n) => n + 40),
  )
})

test('files are paired in any order; the smaller pair is test', () => {
  const { train, test: testPair } = pairFiles([
    labels(60, 'b', 1),
    images(20, 'c'),
    images(60, 'a'),
    labels(20, 'd'),
  ])
  expect(train.labels).toHaveLength(60)
  expect(train.imagesNHW).toHaveLength(60 * 784)
  expect(testPair?.labels).toHaveLength(20)
})

test('of two pairs of one size the names tell which is test, and labels stay with their images', () => {
  const { train, test: testPair } = pairFiles([
    labels(20, 'train-labels', 1),
    images(20, 't10k-images'),
    images(20, 'train-images'),
    labels(20, 't10k-labels', 2),
  ])
  expect(train.labels[0]).toBe(1)
  expect(testPair?.labels[0]).toBe(2)
})

test('a larger pair whose names say test is test', () => {
  const pairs = pairFiles([labels(9, 'l'), images(9, 'i'), images(20, 'test-i'), labels(20, 'test-l')])
  expect(pairs.train.labels).toHaveLength(9)
})

test('counts that differ and files that are missing are named', () => {
  expect(problemOf(() => pairFiles([images(10, 'a'), labels(9, 'b')]))).toEqual({
    code: 'counts-differ',
    images: 10,
    labels: 9,
  })
  expect(
    problemOf(() => pairFiles([images(10, 'a'), labels(10, 'b'), images(5, 'c'), labels(4, 'd')])),
  ).toMatchObject({ code: 'counts-differ' })
  expect(problemOf(() => pairFiles([images(10, 'a')]))).toEqual({
    code: 'files-incomplete',
    images: 1,
    labels: 0,
  })
  expect(problemOf(() => pairFiles([]))).toEqual({ code: 'files-incomplete', images: 0, labels: 0 })
})

test('a set that cannot fill one batch is too small', () => {
  expect(problemOf(() => splitTrainTest('files', numbered(50), numbered(9)))).toEqual({
    code: 'too-few-images',
    images: 59,
  })
})

test('the description counts the images of every class', () => {
  const info = describeDataset(splitTrainTest('mnist', numbered(120), numbered(25)))
  expect(info).toEqual({
    source: 'mnist',
    train: 110,
    validation: 10,
    test: 25,
    trainClassCounts: [11, 11, 11, 11, 11, 11, 11, 11, 11, 11],
    testClassCounts: [3, 3, 3, 3, 3, 2, 2, 2, 2, 2],
  })
})
