/** Labelled images and how they are divided: training learns, validation chooses settings, test has the final word. */
import { type Random, shuffle } from '../math/random.ts'
import { DataError } from './dataError.ts'
import { type IdxFile, type IdxImages, type IdxLabels, imagePixels } from './idx.ts'

export type LabelledImages = {
  /** `imagesNHW[(n * 28 + y) * 28 + x]`, 0 background … 255 ink. */
  readonly imagesNHW: Uint8Array
  /** One class 0 … 9 per image. */
  readonly labels: Uint8Array
}

export type SplitName = 'train' | 'validation' | 'test'

export type Dataset = {
  readonly source: 'mnist' | 'files' | 'built-in'
  readonly splits: Readonly<Record<SplitName, LabelledImages>>
}

/** A training set that cannot fill one batch teaches nothing. */
const fewestTrainImages = 50

/** Images `from` … `to` − 1, looking into the same memory. */
export function sliceOf(set: LabelledImages, from: number, to: number): LabelledImages {
  return {
    imagesNHW: set.imagesNHW.subarray(from * imagePixels, to * imagePixels),
    labels: set.labels.subarray(from, to),
  }
}

/** A train and a test set: the first twelfth of train is validation, of MNIST's 60,000 the first 5,000. */
export function splitTrainTest(
  source: Dataset['source'],
  train: LabelledImages,
  test: LabelledImages,
): Dataset {
  const validationCount = Math.floor(train.labels.length / 12)
  return checked({
    source,
    splits: {
      train: sliceOf(train, validationCount, train.labels.length),
      validation: sliceOf(train, 0, validationCount),
      test,
    },
  })
}

/** One set alone: shuffled, then 80 % train, 10 % validation, 10 % test. */
export function splitSingle(source: Dataset['source'], set: LabelledImages, random: Random): Dataset {
  const count = set.labels.length
  const order = shuffle(
    Uint32Array.from({ length: count }, (_, index) => index),
    random,
  )
  const imagesNHW = new Uint8Array(count * imagePixels)
  const labels = new Uint8Array(count)
  order.forEach((from, to) => {
    imagesNHW.set(set.imagesNHW.subarray(from * imagePixels, (from + 1) * imagePixels), to * imagePixels)
    labels[to] = set.labels[from]!
  })
  const mixed = { imagesNHW, labels }
  const tenth = Math.floor(count / 10)
  return checked({
    source,
    splits: {
      test: sliceOf(mixed, 0, tenth),
      validation: sliceOf(mixed, tenth, 2 * tenth),
      train: sliceOf(mixed, 2 * tenth, count),
    },
  })
}

function checked(dataset: Dataset): Dataset {
  const { train, validation, test } = dataset.splits
  const images = train.labels.length + validation.labels.length + test.labels.length
  if (train.labels.length < fewestTrainImages || test.labels.length === 0) {
    throw new DataError({ code: 'too-few-images', images })
  }
  return dataset
}

/**
 * Finds out which file is which: one or two files of images and as many of labels, in any order. Images belong to
 * labels of the same count. Of two pairs, test is the one whose names say `t10k` or `test`, else the smaller one.
 * Throws `files-incomplete`, `counts-differ`.
 */
export function pairFiles(files: readonly IdxFile[]): {
  readonly train: LabelledImages
  readonly test: LabelledImages | null
} {
  const images = files.filter((file) => file.kind === 'images')
  const labels = files.filter((file) => file.kind === 'labels')
  const complete = images.length === labels.length && (images.length === 1 || images.length === 2)
  if (!complete)
    throw new DataError({ code: 'files-incomplete', images: images.length, labels: labels.length })
  // Test files come first in both lists, so that they meet each other where all counts are equal.
  const sortedImages = images.toSorted((a, b) => testRank(a) - testRank(b) || countOf(a) - countOf(b))
  const sortedLabels = labels.toSorted((a, b) => testRank(a) - testRank(b) || countOf(a) - countOf(b))
  const [first, second] = sortedImages
  const mate = sortedLabels.find((file) => countOf(file) === countOf(first!))
  const rest = sortedLabels.filter((file) => file !== mate)
  if (!mate) throw differing(first!, sortedLabels[0]!)
  if (!second) return { train: joined(first!, mate), test: null }
  if (countOf(rest[0]!) !== countOf(second)) throw differing(second, rest[0]!)
  return { test: joined(first!, mate), train: joined(second, rest[0]!) }
}

const testRank = ({ file }: IdxFile) => (/t10k|test/i.test(file) ? 0 : 1)
const countOf = (file: IdxFile) =>
  file.kind === 'images' ? file.imagesNHW.length / imagePixels : file.labels.length
const joined = ({ imagesNHW }: IdxImages, { labels }: IdxLabels): LabelledImages => ({ imagesNHW, labels })
const differing = (images: IdxImages, labels: IdxLabels) =>
  new DataError({ code: 'counts-differ', images: countOf(images), labels: countOf(labels) })

/** What the page needs to know about a set: sizes, and images of each class 0 … 9. */
export function describeDataset({ source, splits }: Dataset) {
  return {
    source,
    train: splits.train.labels.length,
    validation: splits.validation.labels.length,
    test: splits.test.labels.length,
    trainClassCounts: classCounts(splits.train.labels),
    testClassCounts: classCounts(splits.test.labels),
  }
}

export function classCounts(labels: Uint8Array): number[] {
  const counts = new Array<number>(10).fill(0)
  for (const label of labels) counts[label]! += 1
  return counts
}
