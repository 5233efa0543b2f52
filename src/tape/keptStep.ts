/**
 * One kept step as bytes: a block that says all about itself and can be checked alone, so that damage costs this step and no other.
 * Little-endian 32-bit words: 16 of header, then the parameters, then the batch.
 *
 * | word | |
 * |---|---|
 * | 0 | `FWTP` |
 * | 1 | version |
 * | 2 | length in bytes |
 * | 3 | checksum of all words behind this one |
 * | 4 | step |
 * | 5, 6 | seed of the run, float64 |
 * | 7 | root: 0 drawn from the seed, 1 this block itself, 2 another block, that of step 0 |
 * | 8 | checksum of that other block |
 * | 9, 10 | unit of fc1/weights, float64 |
 * | 11 | words of their differences |
 * | 12 | images of the batch |
 * | 13 | its keep probability, float32 |
 * | 14 | bytes of its images (`images.ts`) |
 *
 * All parameters but fc1/weights lie there as they are. Of fc1/weights there are the differences to the *root*, the network of step 0, in
 * whole units (`blocks.ts`); where it was not drawn from the seed, its own block holds them as they are.
 */
import { sizeOf } from '../math/plane.ts'
import {
  classCount,
  type ParameterName,
  type ParameterValues,
  parameterNames,
  tapShapes,
} from '../network/spec.ts'
import type { Snapshot, SnapshotBatch } from '../protocol/tape.ts'
import { areBlocksOf, type Blocks, type PackDifference, unpackOnto } from './blocks.ts'
import { checksumOf } from './checksum.ts'
import { packImages, unpackImages } from './images.ts'
import { unitAt } from './tolerance.ts'

/** The weights of fc1 that the differences are counted from, and how they can be had again. */
export type Root = {
  readonly fc1: Float32Array
  /** Drawn from the seed of the run, or those of the block with this checksum. */
  readonly from: 'seed' | number
}

/** A kept step whose bytes have been checked. Its arrays are views of them. */
export type KeptStep = {
  readonly step: number
  readonly seed: number
  /** Where its root is: drawn from `seed`, in these very bytes, or in the block with this checksum. */
  readonly root: 'seed' | 'here' | number
  readonly checksum: number
  readonly others: Readonly<Record<OtherName, Float32Array>>
  readonly fc1: { readonly whole: Float32Array } | (Blocks & { readonly unit: number })
  readonly batch: SnapshotBatch | null
}

type OtherName = Exclude<ParameterName, 'fc1/weights'>

/** Why bytes are no kept step. The message is for people who mend it. */
export class KeptStepError extends Error {
  override readonly name = 'KeptStepError'
  readonly code: 'damaged' | 'newer-version' | 'wrong-root'
  constructor(code: KeptStepError['code'], message: string) {
    super(message)
    this.code = code
  }
}

const magic = 0x50545746
const version = 1
const headerWords = 16
const otherNames = parameterNames.filter((name): name is OtherName => name !== 'fc1/weights')
const fc1Size = sizeOf(tapShapes['fc1/weights'])
const otherWords = otherNames.reduce((sum, name) => sum + sizeOf(tapShapes[name]), 0)
const widthWords = fc1Size / 64 / 4
/** Larger batches are no batches of ours. */
const largestBatch = 1000

/**
 * `root` null: the step is the root itself, and its weights are kept as they are. Throws a `RangeError` where a weight is not a
 * number.
 */
export function packStep(
  snapshot: Snapshot,
  root: Root | null,
  pack: PackDifference,
): Uint8Array<ArrayBuffer> {
  const { step, seed, parameters, batch } = snapshot
  const fc1 = parameters['fc1/weights']
  const packed = root && packedFc1(fc1, root.fc1, { step, pack })
  const n = batch?.labels.length ?? 0
  const images = packImages(batch?.imagesNHW ?? new Uint8Array())
  const fc1Words = packed ? widthWords + packed.words.length : fc1Size
  const words = new Uint32Array(headerWords + otherWords + fc1Words + batchWords(n, images.length))
  const floats = new Float32Array(words.buffer)
  const bytes = new Uint8Array(words.buffer)
  const header = new DataView(words.buffer)
  header.setFloat64(20, seed, true)
  header.setFloat64(36, packed?.unit ?? 0, true)
  words[0] = magic
  words[1] = version
  words[2] = bytes.length
  words[4] = step
  words[7] = root === null ? 1 : root.from === 'seed' ? 0 : 2
  words[8] = typeof root?.from === 'number' ? root.from : 0
  words[11] = packed?.words.length ?? 0
  words[12] = n
  floats[13] = batch?.keep ?? 0
  words[14] = images.length
  let at = headerWords
  for (const name of otherNames) {
    floats.set(parameters[name], at)
    at += parameters[name].length
  }
  if (packed) {
    bytes.set(packed.widths, 4 * at)
    words.set(packed.words, at + widthWords)
  } else {
    floats.set(fc1, at)
  }
  if (batch) writeBatch(batch, images, words.subarray(at + fc1Words))
  words[3] = checksumOf(words, 4)
  return bytes
}

/** Where a weight has gone further than can be said in these units, in larger ones. */
function packedFc1(
  values: Float32Array,
  base: Float32Array,
  { step, pack }: { readonly step: number; readonly pack: PackDifference },
): Blocks & { readonly unit: number } {
  for (let unit = unitAt(step); ; unit *= 2) {
    try {
      return { unit, ...pack(values, base, unit) }
    } catch (error) {
      if (!(error instanceof RangeError) || unit > 1) throw error
    }
  }
}

const batchWords = (n: number, imageBytes: number) => 2 * n + Math.ceil((2 * n + imageBytes) / 4)

function writeBatch(batch: SnapshotBatch, images: Uint8Array, words: Uint32Array): void {
  const n = batch.labels.length
  words.set(batch.indices)
  new Float32Array(words.buffer, words.byteOffset + 4 * n).set(batch.lossesN)
  const bytes = new Uint8Array(words.buffer, words.byteOffset + 8 * n)
  bytes.set(batch.labels)
  bytes.set(batch.answersN, n)
  bytes.set(images, 2 * n)
}

/**
 * Reads and checks one block. Throws `KeptStepError`; whatever the bytes are, it neither hangs nor takes them for what they are not.
 * `isFresh`: they come from `packStep` just now, so that checksum and widths need no second look.
 */
export function openStep(
  given: Uint8Array,
  { isFresh = false }: { readonly isFresh?: boolean } = {},
): KeptStep {
  const damaged = (what: string): never => {
    throw new KeptStepError('damaged', `A kept step is damaged: ${what}.`)
  }
  if (given.length < 4 * headerWords || given.length % 4 !== 0) damaged(`${given.length} bytes`)
  const isAligned = given.buffer instanceof ArrayBuffer && given.byteOffset % 4 === 0
  const bytes = isAligned ? given : Uint8Array.from(given)
  const { byteOffset, length } = bytes
  const buffer = bytes.buffer as ArrayBuffer
  const words = new Uint32Array(buffer, byteOffset, length / 4)
  if (words[0] !== magic) damaged('it does not begin like one')
  if (words[1]! > version) {
    throw new KeptStepError('newer-version', `A kept step has version ${words[1]}, known is ${version}.`)
  }
  if (words[2] !== length) damaged(`${length} bytes of ${words[2]}`)
  const checksum = words[3]!
  if (!isFresh && checksumOf(words, 4) !== checksum) damaged('its checksum')
  const header = new DataView(buffer, byteOffset)
  const [step, rootKind, differences] = [words[4]!, words[7]!, words[11]!]
  const [n, imageBytes] = [words[12]!, words[14]!]
  const seed = header.getFloat64(20, true)
  const unit = header.getFloat64(36, true)
  const isWhole = rootKind === 1
  const fc1Words = isWhole ? fc1Size : widthWords + differences
  if (!Number.isSafeInteger(seed) || rootKind > 2 || n > largestBatch) damaged('its header')
  if (words.length !== headerWords + otherWords + fc1Words + batchWords(n, imageBytes)) damaged('its length')
  if (!isWhole && !(unit > 0 && unit < 2)) damaged('its unit')

  const floats = new Float32Array(buffer, byteOffset, words.length)
  let at = headerWords
  const others: Partial<Record<OtherName, Float32Array>> = {}
  for (const name of otherNames) {
    const end = at + sizeOf(tapShapes[name])
    others[name] = floats.subarray(at, end)
    at = end
  }
  const fc1End = at + fc1Words
  const blocks = {
    widths: bytes.subarray(4 * at, 4 * (at + widthWords)),
    words: words.subarray(at + widthWords, fc1End),
    unit,
  }
  if (!isFresh && !isWhole && !areBlocksOf(fc1Size, blocks)) damaged('its widths')
  const batch = readBatch(bytes.subarray(4 * fc1End), { n, imageBytes, keep: floats[13]! })
  if (n > 0 && batch === null) damaged('its batch')
  return {
    step,
    seed,
    root: rootKind === 0 ? 'seed' : isWhole ? 'here' : words[8]!,
    checksum,
    // One entry for each name, from the loop above.
    others: others as Record<OtherName, Float32Array>,
    fc1: isWhole ? { whole: floats.subarray(at, fc1End) } : blocks,
    batch,
  }
}

/** Null where there is none, or it is damaged. */
function readBatch(
  bytes: Uint8Array,
  { n, imageBytes, keep }: { readonly n: number; readonly imageBytes: number; readonly keep: number },
): SnapshotBatch | null {
  const small = bytes.subarray(8 * n)
  const labels = small.subarray(0, n)
  const answersN = small.subarray(n, 2 * n)
  const imagesNHW = unpackImages(small.subarray(2 * n, 2 * n + imageBytes), n)
  const isClass = (value: number) => value < classCount
  const isSound = labels.every(isClass) && answersN.every(isClass) && keep > 0 && keep <= 1
  if (n === 0 || imagesNHW === null || !isSound) return null
  const buffer = bytes.buffer as ArrayBuffer
  return {
    indices: new Uint32Array(buffer, bytes.byteOffset, n),
    lossesN: new Float32Array(buffer, bytes.byteOffset + 4 * n, n),
    labels,
    answersN,
    imagesNHW,
    keep,
  }
}

/**
 * Writes the network of a kept step into `out`. `root` are the weights of fc1 that `kept.root` names. Throws `KeptStepError` where `root`
 * is another one.
 */
export function unpackStep(kept: KeptStep, root: Root | null, out: ParameterValues): void {
  for (const name of otherNames) out[name].set(kept.others[name])
  const { fc1 } = kept
  if ('whole' in fc1) out['fc1/weights'].set(fc1.whole)
  else if (root === null || root.from !== kept.root)
    throw new KeptStepError('wrong-root', `Step ${kept.step} needs the weights that its run began with.`)
  else unpackOnto(root.fc1, fc1, out['fc1/weights'])
}

/** The weights that the differences of other steps are counted from, where this is the step that holds them. */
export function rootOf({ fc1, checksum }: KeptStep): Root | null {
  return 'whole' in fc1 ? { fc1: fc1.whole, from: checksum } : null
}
