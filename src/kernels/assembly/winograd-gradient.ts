/**
 * The gradient of a 5 × 5 filter by the identity of winograd.ts, differentiated with respect to g:
 *
 *   dg = Gᵀ [ Σ over images and tiles of (A dy Aᵀ) ⊙ (Bᵀ d B) ] G
 *
 * For each of the 36 places the sum is a matrix product [channels, tiles] · [tiles, outputs]. Images are added up in
 * groups, groups one after the other: their number, not that of the threads, decides what is rounded when.
 */
import { multiplyPanels, panelsOf, tilesOf } from './panels'
import { aStep, bStep, tileRows } from './tile'
import { places, seeTile, squareBytes } from './winograd'

/** Panels of outputs that one item computes: its sums and factors together stay in the second cache. */
const blockPanels: i32 = 4

/** Most groups of images. */
const mostGroups: i32 = 10

export function gradientGroups(images: i32): i32 {
  const size = (images + mostGroups - 1) / mostGroups
  return (images + size - 1) / size
}

/** Items of `winogradGradientBlock`: groups of images times blocks of outputs. */
export function gradientItems(images: i32, outputs: i32): i32 {
  return gradientGroups(images) * outputBlocks(outputs)
}

function outputBlocks(outputs: i32): i32 {
  return (panelsOf(outputs) + blockPanels - 1) / blockPanels
}

/** Bytes of the sums of one group and one block of outputs: [36][channels, rounded up to 6][4 panels]. */
function blockBytes(channels: i32): i32 {
  return places * tilesOf(channels) * tileRows * blockPanels * bStep
}

/** Bytes of the sums of all items. */
export function gradientSumsBytes(images: i32, channels: i32, outputs: i32): i32 {
  return gradientItems(images, outputs) * blockBytes(channels)
}

/** Bytes of working memory for each thread; `tiles` are those of one image. */
export function gradientScratchBytes(tiles: i32, channels: i32): i32 {
  return squareBytes + places * tiles * (tilesOf(channels) * aStep + blockPanels * bStep)
}

/** The sums of one group of images for one block of outputs. */
export function winogradGradientBlock(
  item: i32,
  padded: usize,
  dy: usize,
  images: i32,
  paddedHeight: i32,
  paddedWidth: i32,
  channels: i32,
  outputs: i32,
  sums: usize,
  scratch: usize,
): void {
  const height = paddedHeight - 4
  const width = paddedWidth - 4
  const tiles = (height * width) / 4
  const blocks = outputBlocks(outputs)
  const groupSize = (images + mostGroups - 1) / mostGroups
  const firstImage = (item / blocks) * groupSize
  const firstPanel = (item % blocks) * blockPanels
  const panels = min(blockPanels, panelsOf(outputs) - firstPanel)
  const rowTiles = tilesOf(channels)
  const seen = scratch + squareBytes
  const gradients = seen + places * tiles * rowTiles * aStep
  const rowBytes = blockPanels * bStep
  const placeBytes = rowTiles * tileRows * rowBytes
  const target = sums + item * blockBytes(channels)

  for (let image = firstImage; image < min(firstImage + groupSize, images); image++) {
    for (let tile = 0; tile < tiles; tile++) {
      const row = (tile / (width / 2)) * 2
      const column = (tile % (width / 2)) * 2
      const corner = padded + ((image * paddedHeight + row) * paddedWidth + column) * channels * 4
      for (let c = 0; c < channels; c += 4) {
        seeTile(corner + c * 4, paddedWidth, channels, scratch)
        scatterRows(scratch, c, seen + tile * aStep, tiles * aStep, rowTiles * tiles * aStep)
      }
      const gradient = dy + ((image * height + row) * width + column) * outputs * 4
      for (let panel = 0; panel < panels; panel++) {
        for (let half = 0; half < 2; half++) {
          const from = gradient + ((firstPanel + panel) * 8 + half * 4) * 4
          const to = gradients + (panel * tiles + tile) * bStep + half * 16
          spreadGradient(from, width * outputs * 4, outputs * 4, scratch, to, blockPanels * tiles * bStep)
        }
      }
    }
    for (let place = 0; place < places; place++) {
      const b = gradients + place * blockPanels * tiles * bStep
      for (let rows = 0; rows < rowTiles; rows++) {
        const a = seen + (place * rowTiles + rows) * tiles * aStep
        const c = target + place * placeBytes + rows * tileRows * rowBytes
        multiplyPanels(a, b, tiles, tiles, panels, c, rowBytes, image > firstImage)
      }
    }
  }
}

/** 36 vectors into panels of A whose rows are the channels: two and two, for a panel has six rows. */
function scatterRows(square: usize, channel: i32, seen: usize, panelBytes: i32, placeBytes: i32): void {
  let first = seen + (channel / tileRows) * panelBytes + (channel % tileRows) * 4
  let second = seen + ((channel + 2) / tileRows) * panelBytes + ((channel + 2) % tileRows) * 4
  for (let place = 0; place < places; place++) {
    const values = v128.load(square + place * 16)
    v128.store_lane<f64>(first, values, 0)
    v128.store_lane<f64>(second, values, 1)
    first += placeBytes
    second += placeBytes
  }
}

/** A dy Aᵀ of four outputs of one 2 × 2 tile, to 36 places `placeBytes` apart. */
function spreadGradient(
  dy: usize,
  rowBytes: i32,
  pixelBytes: i32,
  square: usize,
  to: usize,
  placeBytes: i32,
): void {
  for (let j = 0; j < 2; j++) {
    const at = dy + j * pixelBytes
    spread(v128.load(at), v128.load(at + rowBytes), square + j * 16, 32)
  }
  for (let i = 0; i < 6; i++) {
    const row = square + i * 32
    spread(v128.load(row), v128.load(row, 16), to + i * 6 * placeBytes, placeBytes)
  }
}

/** A on two vectors gives six. */
function spread(y0: v128, y1: v128, to: usize, stride: i32): void {
  const twice = f32x4.add(y1, y1)
  v128.store(to, y0)
  v128.store(to + stride, f32x4.add(y0, y1))
  v128.store(to + 2 * stride, f32x4.sub(y0, y1))
  v128.store(to + 3 * stride, f32x4.add(y0, twice))
  v128.store(to + 4 * stride, f32x4.sub(y0, twice))
  v128.store(to + 5 * stride, y1)
}

/** Channel `item` of dw [25 places, channels, outputs]: the groups added up in order, then Gᵀ … G. */
export function winogradGradientFinish(
  item: i32,
  sums: usize,
  images: i32,
  channels: i32,
  outputs: i32,
  dw: usize,
  scratch: usize,
): void {
  const blocks = outputBlocks(outputs)
  const groupBytes = blocks * blockBytes(channels)
  const groups = gradientGroups(images)
  const rowBytes = blockPanels * bStep
  const placeBytes = tilesOf(channels) * tileRows * rowBytes
  for (let o = 0; o < outputs; o += 4) {
    const block = o / (blockPanels * 8)
    const from = sums + block * blockBytes(channels) + item * rowBytes + (o % (blockPanels * 8)) * 4
    for (let place = 0; place < places; place++) {
      let sum = v128.load(from + place * placeBytes)
      for (let group = 1; group < groups; group++) {
        sum = f32x4.add(sum, v128.load(from + place * placeBytes + group * groupBytes))
      }
      v128.store(scratch + place * 16, sum)
    }
    for (let j = 0; j < 6; j++) gather(scratch + j * 16, 96, scratch + j * 16, 96)
    const to = dw + (item * outputs + o) * 4
    const stride = channels * outputs * 4
    for (let u = 0; u < 5; u++) gather(scratch + u * 96, 16, to + u * 5 * stride, stride)
  }
}

/** Gᵀ on six vectors gives five. */
function gather(from: usize, stride: i32, to: usize, toStride: i32): void {
  const u0 = v128.load(from)
  const u1 = v128.load(from + stride)
  const u2 = v128.load(from + 2 * stride)
  const u3 = v128.load(from + 3 * stride)
  const u4 = v128.load(from + 4 * stride)
  const u5 = v128.load(from + 5 * stride)
  const sixth = f32x4.splat(1 / 6)
  const even1 = f32x4.mul(sixth, f32x4.add(u1, u2))
  const odd1 = f32x4.mul(sixth, f32x4.sub(u1, u2))
  const even2 = f32x4.mul(f32x4.splat(1 / 24), f32x4.add(u3, u4))
  const odd2 = f32x4.mul(f32x4.splat(1 / 12), f32x4.sub(u3, u4))
  const four = f32x4.splat(4)
  v128.store(to, f32x4.add(f32x4.sub(f32x4.mul(f32x4.splat(0.25), u0), even1), even2))
  v128.store(to + toStride, f32x4.sub(odd2, odd1))
  v128.store(to + 2 * toStride, f32x4.sub(f32x4.mul(four, even2), even1))
  v128.store(to + 3 * toStride, f32x4.sub(f32x4.mul(four, odd2), odd1))
  const last = f32x4.sub(f32x4.mul(f32x4.splat(16), even2), even1)
  v128.store(to + 4 * toStride, f32x4.add(last, u5))
}
