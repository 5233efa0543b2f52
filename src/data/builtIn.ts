/** The built-in digits: a whole set of handwriting, made on demand from one seed, so that the page needs no download. */
import { createRandom, derive, type Random, shuffle } from '../math/random.ts'
import { imagePixels } from './idx.ts'
import { sliceMs, yieldToOthers } from './responsive.ts'
import type { Dataset, LabelledImages, SplitName } from './sets.ts'
import { writeDigit } from './strokes/digit.ts'

export const builtInCounts: Readonly<Record<SplitName, number>> = {
  train: 20_000,
  validation: 2_000,
  test: 5_000,
}
/** All visitors get the same digits: figures, links and measurements speak of one set. */
const builtInSeed = 1

export type DigitsProgress = (done: number, total: number) => void

/** About five seconds on one core. Rejects with the signal's reason. */
export async function writeBuiltInSet(
  onProgress: DigitsProgress,
  signal: AbortSignal,
  counts: Readonly<Record<SplitName, number>> = builtInCounts,
): Promise<Dataset> {
  const total = counts.train + counts.validation + counts.test
  let written = 0
  const write = async (split: SplitName): Promise<LabelledImages> => {
    const set = await writeDigits(counts[split], createRandom(derive(builtInSeed, `digits/${split}`)), {
      onProgress: (done) => onProgress(written + done, total),
      signal,
    })
    written += counts[split]
    return set
  }
  const train = await write('train')
  const validation = await write('validation')
  const test = await write('test')
  return { source: 'built-in', splits: { train, validation, test } }
}

/** `count` digits, all classes equally often (within one), in a random order. */
export async function writeDigits(
  count: number,
  random: Random,
  options: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
): Promise<LabelledImages> {
  const labels = shuffle(
    Uint8Array.from({ length: count }, (_, index) => index % 10),
    random,
  )
  const imagesNHW = new Uint8Array(count * imagePixels)
  options.signal.throwIfAborted()
  let sliceStart = performance.now()
  for (let index = 0; index < count; index++) {
    const imageHW = writeDigit(labels[index]!, random)
    for (let pixel = 0; pixel < imagePixels; pixel++) {
      imagesNHW[index * imagePixels + pixel] = Math.round(255 * imageHW[pixel]!)
    }
    if (performance.now() - sliceStart < sliceMs) continue
    options.onProgress(index + 1)
    await yieldToOthers()
    options.signal.throwIfAborted()
    sliceStart = performance.now()
  }
  options.onProgress(count)
  return { imagesNHW, labels }
}
