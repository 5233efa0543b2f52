/**
 * The most similar of many images, exactly. Distance is the usual one: the root of the sum of the squared differences of all
 * pixels. Most images are ruled out by 49 numbers each, the sums of their 4 × 4 blocks: by Cauchy and Schwarz the
 * squared distance is at least a sixteenth of the sum of the blocks' squared differences.
 */
import { imagePixels, imageSide } from './idx.ts'

const blockSide = 4
const blocksAcross = imageSide / blockSide
const blockCount = blocksAcross * blocksAcross
const blockPixels = blockSide * blockSide

/** Images in the order of their set, and the sums of their blocks. */
export type ImageIndex = { readonly imagesNHW: Uint8Array; readonly blocksNB: Uint16Array }

/** `distance` in pixels of full ink: a black pixel on white is 1 away, four of them are 2. */
export type Neighbour = { readonly index: number; readonly distance: number }

/** Where digits differ most comes first. */
const rowsFromTheMiddle = [3, 2, 4, 1, 5, 0, 6].map((row) => row * blocksAcross)

/** Images between two places where the work may be interrupted. */
const pieceOf = 4096

/** Prepares a search; yields where it may be interrupted. */
export function* indexImages(imagesNHW: Uint8Array): Generator<void, ImageIndex> {
  const count = imagesNHW.length / imagePixels
  const blocksNB = new Uint16Array(count * blockCount)
  for (let image = 0; image < count; image++) {
    addBlocks(imagesNHW, image * imagePixels, blocksNB, image * blockCount)
    if (image % pieceOf === pieceOf - 1) yield
  }
  return { imagesNHW, blocksNB }
}

/** The `count` images nearest to `imageHW` (784 bytes), the nearest first; of equals the first of the set. */
export function* nearestImages(
  { imagesNHW, blocksNB }: ImageIndex,
  imageHW: Uint8Array,
  count: number,
): Generator<void, Neighbour[]> {
  const imageCount = imagesNHW.length / imagePixels
  const blocks = new Uint16Array(blockCount)
  addBlocks(imageHW, 0, blocks, 0)
  // The best so far, and what others must beat: begun with good ones, few others are looked at closely.
  let best: { readonly index: number; readonly squared: number }[] = []
  let limit = Number.POSITIVE_INFINITY
  const consider = (index: number) => {
    if (boundOf(blocksNB, index * blockCount, blocks, limit) > limit) return
    const squared = squaredDistance(imagesNHW, index * imagePixels, imageHW, limit)
    if (squared > limit || best.some((known) => known.index === index)) return
    best = [...best, { index, squared }]
      .sort((one, other) => one.squared - other.squared || one.index - other.index)
      .slice(0, count)
    if (best.length === count) limit = best[count - 1]!.squared
  }
  const sampled: { readonly index: number; readonly bound: number }[] = []
  for (let index = 0; index < imageCount; index += sampleStep) {
    sampled.push({ index, bound: boundOf(blocksNB, index * blockCount, blocks, limit) })
  }
  sampled.sort((one, other) => one.bound - other.bound)
  for (const { index } of sampled.slice(0, count + 3)) consider(index)
  for (let index = 0; index < imageCount; index++) {
    consider(index)
    if (index % pieceOf === pieceOf - 1) yield
  }
  return best.map(({ index, squared }) => ({ index, distance: Math.sqrt(squared) / 255 }))
}

/** Of every so many images the most promising are looked at first. */
const sampleStep = 16

/** A lower bound of the squared distance, from the sums of blocks. Stops once `limit` is passed. */
function boundOf(blocksNB: Uint16Array, from: number, blocks: Uint16Array, limit: number): number {
  const enough = limit * blockPixels
  let sum = 0
  for (const row of rowsFromTheMiddle) {
    const end = row + blocksAcross
    for (let block = row; block < end; block++) {
      const difference = blocksNB[from + block]! - blocks[block]!
      sum += difference * difference
    }
    if (sum > enough) break
  }
  return sum / blockPixels
}

function addBlocks(imagesNHW: Uint8Array, from: number, blocksNB: Uint16Array, to: number): void {
  for (let y = 0; y < imageSide; y++) {
    const row = to + Math.floor(y / blockSide) * blocksAcross
    for (let x = 0; x < imageSide; x++) {
      blocksNB[row + (x >> 2)]! += imagesNHW[from + y * imageSide + x]!
    }
  }
}

/** Stops row by row once `limit` is passed: then it is some number above. */
function squaredDistance(imagesNHW: Uint8Array, from: number, imageHW: Uint8Array, limit: number): number {
  let sum = 0
  for (let start = 0; start < imagePixels && sum <= limit; start += imageSide) {
    for (let pixel = start; pixel < start + imageSide; pixel++) {
      const difference = imagesNHW[from + pixel]! - imageHW[pixel]!
      sum += difference * difference
    }
  }
  return sum
}
