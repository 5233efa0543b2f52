/** What is found out about the digits beside the training, in slices so short that nobody waits for them. */
import { type ClassMeans, classMeans } from '../data/classMeans.ts'
import { type ImageIndex, indexImages, type Neighbour, nearestImages } from '../data/nearest.ts'
import type { Dataset, LabelledImages } from '../data/sets.ts'
import { createRandom, derive, shuffle } from '../math/random.ts'
import { pixelCount } from '../network/spec.ts'
import type { NearImage } from '../protocol/comparison.ts'
import type { Command, Report } from '../protocol/messages.ts'

type Splits = Dataset['splits']
type Compare = Extract<Command, { type: 'compare' }>

/** Shorter than half a frame on the screen. */
const sliceMs = 8
/** While training there is one slice for each step, so it may be longer: still shorter than a step on WASM. */
const sliceWhileTrainingMs = 20
const nearestShown = 3
/** Test digits an image is compared with, and after how many of them the numbers are sent again. */
export const toCompare = 1000
const compareEvery = 100

export type Studies = {
  readonly wantAverages: (id: number) => void
  readonly compare: (command: Compare) => void
  readonly isDue: (splits: Splits | null, moment: Moment) => boolean
  readonly slice: (splits: Splits, moment: Moment) => void
}
type Moment = { readonly step: number; readonly isTraining: boolean }

export function createStudies(options: {
  readonly post: (report: Report) => void
  readonly nowMs: () => number
}): Studies {
  const { post, nowMs } = options
  let studied: Splits | null = null
  let means: ClassMeans | null = null
  let index: ImageIndex | null = null
  let testIndex: ImageIndex | null = null
  /** Random test digits in their order, and how far those compared so far are from the training images. */
  let sample: Uint32Array = new Uint32Array()
  let distances: number[] = []
  const averagesFor: number[] = []
  let wish: Compare | null = null
  let nearest: readonly NearImage[] | null = null
  let nearestTest: NearImage | null = null
  let work: Generator<void, void> | null = null
  let lastStep: number | null = null

  function begin(splits: Splits) {
    studied = splits
    means = null
    index = null
    testIndex = null
    distances = []
    nearest = null
    work = null
    const order = Uint32Array.from(splits.test.labels, (_, at) => at)
    sample = shuffle(order, createRandom(derive(1, 'comparison'))).subarray(0, toCompare)
  }

  const isLeft = () =>
    averagesFor.length > 0 || (wish !== null && (nearest === null || distances.length < sample.length))

  /** One thing after the other; what is newly wished goes first. */
  function* study({ train, test }: Splits): Generator<void, void> {
    while (isLeft()) {
      if (averagesFor.length > 0) {
        means ??= yield* classMeans(train)
        for (const id of averagesFor.splice(0)) post({ type: 'averages', id, ...means })
        continue
      }
      index ??= yield* indexImages(train.imagesNHW)
      if (wish === null) return
      if (nearest === null) {
        const { imageHW, id } = wish
        const image = imageHW ?? new Uint8Array(pixelCount)
        const found = yield* nearestImages(index, image, nearestShown)
        testIndex ??= yield* indexImages(test.imagesNHW)
        const [foundTest] = yield* nearestImages(testIndex, image, 1)
        // Somebody went on drawing meanwhile.
        if (wish?.id !== id) continue
        nearest = found.map((neighbour) => imageOf(train, neighbour))
        nearestTest = foundTest ? imageOf(test, foundTest) : null
        tell()
        continue
      }
      const at = sample[distances.length]! * pixelCount
      const imageHW = test.imagesNHW.subarray(at, at + pixelCount)
      const [one] = yield* nearestImages(index, imageHW, 1)
      distances.push(one?.distance ?? 0)
      if (distances.length % compareEvery === 0 || distances.length === sample.length) tell()
    }
  }

  function tell() {
    if (wish === null || nearest === null) return
    const distance = nearest[0]?.distance ?? 0
    const asFar = distances.filter((other) => other >= distance).length
    const { id } = wish
    post({
      type: 'comparison',
      id,
      nearest,
      nearestTest,
      compared: distances.length,
      toCompare: sample.length,
      asFar,
    })
  }

  return {
    wantAverages(id) {
      averagesFor.push(id)
    },
    compare(command) {
      wish = command.imageHW?.length === pixelCount ? command : null
      nearest = null
    },
    isDue(splits, { step, isTraining }) {
      if (splits === null || (isTraining && step === lastStep)) return false
      return splits === studied ? isLeft() : averagesFor.length > 0 || wish !== null
    },
    slice(splits, { step, isTraining }) {
      if (splits !== studied) begin(splits)
      lastStep = step
      const endMs = nowMs() + (isTraining ? sliceWhileTrainingMs : sliceMs)
      work ??= study(splits)
      do {
        if (work.next().done) {
          work = null
          return
        }
      } while (nowMs() < endMs)
    },
  }
}

function imageOf({ imagesNHW, labels }: LabelledImages, { index, distance }: Neighbour): NearImage {
  const imageHW = imagesNHW.slice(index * pixelCount, (index + 1) * pixelCount)
  return { index, distance, label: labels[index]!, imageHW }
}
