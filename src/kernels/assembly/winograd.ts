/**
 * 5 × 5 convolutions with 36 multiplications for four outputs instead of 100: Winograd's minimal filtering F(2 × 2,
 * 5 × 5), as in Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2016), for the points 0, ±1, ±2, ∞.
 *
 *   y = Aᵀ [ (G g Gᵀ) ⊙ (Bᵀ d B) ] A      g: filter 5 × 5,  d: input 6 × 6,  y: output 2 × 2
 *
 * Over channels, the products at each of the 36 places add up: 36 matrix products [tiles, channels] · [channels,
 * outputs]. An output of 2 × 2 is also just one window of the pooling that follows.
 *
 * The gradient of the filter stays with the plain sum: where that is exactly zero, this way would leave a rounding
 * error, and Adam, which divides by the gradient's own size, would turn it into a step like any other.
 */
import { multiplyPanels, panelsOf } from './panels'
import { poolCell } from './pooling'
import { aStep, bStep, tileColumns, tileRows } from './tile'

const places: i32 = 36
/** Output tiles that one item computes: two panels of A. */
export const blockTiles: i32 = 2 * tileRows
/** 6 × 6 vectors between the two passes of a transformation. */
const squareBytes: i32 = places * 16

/** Bᵀ on six vectors, from `from` in steps of `stride` bytes to `to` in steps of `toStride`. */
function transformInput(from: usize, stride: i32, to: usize, toStride: i32): void {
  const d0 = v128.load(from)
  const d1 = v128.load(from + stride)
  const d2 = v128.load(from + 2 * stride)
  const d3 = v128.load(from + 3 * stride)
  const d4 = v128.load(from + 4 * stride)
  const d5 = v128.load(from + 5 * stride)
  const four = f32x4.splat(4)
  const even1 = f32x4.sub(d4, f32x4.mul(four, d2))
  const odd1 = f32x4.sub(d3, f32x4.mul(four, d1))
  const even2 = f32x4.sub(d4, d2)
  const difference = f32x4.sub(d3, d1)
  const odd2 = f32x4.add(difference, difference)
  // 4 d0 − 5 d2 + d4 and 4 d1 − 5 d3 + d5, with what is already there.
  v128.store(to, f32x4.add(f32x4.mul(four, f32x4.sub(d0, d2)), even2))
  v128.store(to + toStride, f32x4.add(even1, odd1))
  v128.store(to + 2 * toStride, f32x4.sub(even1, odd1))
  v128.store(to + 3 * toStride, f32x4.add(even2, odd2))
  v128.store(to + 4 * toStride, f32x4.sub(even2, odd2))
  v128.store(to + 5 * toStride, f32x4.sub(f32x4.sub(d5, d3), f32x4.mul(four, difference)))
}

/** G on five vectors: the first at `from`, then every `stride` bytes. */
function transformFilter(from: usize, stride: i32, to: usize, toStride: i32): void {
  const g0 = v128.load(from)
  const g1 = v128.load(from + stride)
  const g2 = v128.load(from + 2 * stride)
  const g3 = v128.load(from + 3 * stride)
  const g4 = v128.load(from + 4 * stride)
  const even1 = f32x4.add(f32x4.add(g0, g2), g4)
  const odd1 = f32x4.add(g1, g3)
  const even2 = f32x4.add(f32x4.add(g0, f32x4.mul(f32x4.splat(4), g2)), f32x4.mul(f32x4.splat(16), g4))
  const odd2 = f32x4.add(f32x4.mul(f32x4.splat(2), g1), f32x4.mul(f32x4.splat(8), g3))
  const sixth = f32x4.splat(-1 / 6)
  const twentyFourth = f32x4.splat(1 / 24)
  v128.store(to, f32x4.mul(f32x4.splat(0.25), g0))
  v128.store(to + toStride, f32x4.mul(sixth, f32x4.add(even1, odd1)))
  v128.store(to + 2 * toStride, f32x4.mul(sixth, f32x4.sub(even1, odd1)))
  v128.store(to + 3 * toStride, f32x4.mul(twentyFourth, f32x4.add(even2, odd2)))
  v128.store(to + 4 * toStride, f32x4.mul(twentyFourth, f32x4.sub(even2, odd2)))
  v128.store(to + 5 * toStride, g4)
}

/** Aᵀ on six vectors gives two. */
function transformOutput(from: usize, stride: i32, to: usize, toStride: i32): void {
  const m1 = v128.load(from + stride)
  const m2 = v128.load(from + 2 * stride)
  const m3 = v128.load(from + 3 * stride)
  const m4 = v128.load(from + 4 * stride)
  const sum = f32x4.add(f32x4.add(m1, m2), f32x4.add(m3, m4))
  const twice = f32x4.mul(f32x4.splat(2), f32x4.sub(m3, m4))
  v128.store(to, f32x4.add(v128.load(from), sum))
  v128.store(to + toStride, f32x4.add(f32x4.add(f32x4.sub(m1, m2), twice), v128.load(from + 5 * stride)))
}

/**
 * Panel `item` of the transformed filter, [36][panels][steps][8]. Weight (place u, v; step; column) is at `filter + (5u +
 * v) · placeBytes + step · stepBytes + column · columnBytes`: with negative `placeBytes` the filter is rotated.
 */
export function winogradFilterPanel(
  item: i32,
  filter: usize,
  placeBytes: i32,
  stepBytes: i32,
  columnBytes: i32,
  steps: i32,
  columns: i32,
  panels: usize,
  scratch: usize,
): void {
  const placePanels = panelsOf(columns) * steps * bStep
  const square = scratch + 25 * 16
  for (let step = 0; step < steps; step++) {
    for (let half = 0; half < 2; half++) {
      const weight = filter + step * stepBytes + (item * tileColumns + half * 4) * columnBytes
      for (let place = 0; place < 25; place++) {
        v128.store(scratch + place * 16, loadColumns(weight + place * placeBytes, columnBytes))
      }
      for (let v = 0; v < 5; v++) transformFilter(scratch + v * 16, 80, square + v * 16, 80)
      const to = panels + (item * steps + step) * bStep + half * 16
      for (let u = 0; u < 6; u++) {
        transformFilter(square + u * 80, 16, to + u * 6 * placePanels, placePanels)
      }
    }
  }
}

/** Four neighbouring columns as one vector. */
function loadColumns(at: usize, columnBytes: i32): v128 {
  if (columnBytes === 4) return v128.load(at)
  let columns = v128.load32_zero(at)
  columns = v128.load32_lane(at + columnBytes, columns, 1)
  columns = v128.load32_lane(at + 2 * columnBytes, columns, 2)
  return v128.load32_lane(at + 3 * columnBytes, columns, 3)
}

/** From one place to the next in the sums; 64 bytes more than needed keep the 36 out of each other's cache lines. */
function sumsBytes(outputs: i32): i32 {
  return blockTiles * outputs * 4 + 64
}

/** Bytes of working memory for each thread. */
export function winogradScratchBytes(channels: i32, outputs: i32): i32 {
  return squareBytes + 4 * outputs * 4 + places * (2 * channels * aStep + sumsBytes(outputs))
}

/**
 * Twelve output tiles, from 12 · `item` on, of a 5 × 5 convolution of `images` padded images; height and width of the
 * output are even, `channels` a multiple of 4, `outputs` of 8. Bias, ReLU and pooling as in `convolveImage`.
 */
export function winogradBlock(
  item: i32,
  padded: usize,
  images: i32,
  paddedHeight: i32,
  paddedWidth: i32,
  channels: i32,
  filterPanels: usize,
  outputs: i32,
  bias: usize,
  isRectified: bool,
  y: usize,
  winners: usize,
  scratch: usize,
): void {
  const across = (paddedWidth - 4) / 2
  const perImage = ((paddedHeight - 4) / 2) * across
  const panels = panelsOf(outputs)
  const panelBytes = channels * aStep
  const quad = scratch + squareBytes
  const a = quad + 4 * outputs * 4
  const sums = a + places * 2 * panelBytes
  const rowBytes = outputs * 4
  const first = item * blockTiles
  const tiles = min(blockTiles, images * perImage - first)

  for (let tile = 0; tile < tiles; tile++) {
    const at = first + tile
    const row = (at / perImage) * paddedHeight + ((at % perImage) / across) * 2
    const corner = padded + (row * paddedWidth + (at % across) * 2) * channels * 4
    const to = a + (tile / tileRows) * panelBytes + (tile % tileRows) * 4
    for (let c = 0; c < channels; c += 4) {
      seeTile(corner + c * 4, paddedWidth, channels, scratch)
      scatterSteps(scratch, to + c * aStep, 2 * panelBytes)
    }
  }
  for (let place = 0; place < places; place++) {
    const b = filterPanels + place * panels * channels * bStep
    for (let half = 0; half * tileRows < tiles; half++) {
      const from = a + (2 * place + half) * panelBytes
      const to = sums + place * sumsBytes(outputs) + half * tileRows * rowBytes
      multiplyPanels(from, b, channels, channels, panels, to, rowBytes, false)
    }
  }
  for (let tile = 0; tile < tiles; tile++) {
    const at = first + tile
    finishTile(sums + tile * rowBytes, outputs, bias, isRectified, scratch, quad)
    if (winners) {
      const cell = at * outputs
      poolCell(
        quad,
        quad + rowBytes,
        quad + 2 * rowBytes,
        quad + 3 * rowBytes,
        outputs,
        y + cell * 4,
        winners + cell,
      )
      continue
    }
    const row = (at / perImage) * (paddedHeight - 4) + ((at % perImage) / across) * 2
    const topLeft = y + (row * (paddedWidth - 4) + (at % across) * 2) * rowBytes
    memory.copy(topLeft, quad, 2 * rowBytes)
    memory.copy(topLeft + (paddedWidth - 4) * rowBytes, quad + 2 * rowBytes, 2 * rowBytes)
  }
}

/** Bᵀ d B of four channels of one 6 × 6 window, as 36 vectors at `square`. */
function seeTile(corner: usize, paddedWidth: i32, channels: i32, square: usize): void {
  const pixel = channels * 4
  for (let j = 0; j < 6; j++) transformInput(corner + j * pixel, paddedWidth * pixel, square + j * 16, 96)
  for (let i = 0; i < 6; i++) transformInput(square + i * 96, 16, square + i * 96, 16)
}

/** 36 vectors into 36 panels of A whose steps are the channels: each lane is a step. */
function scatterSteps(square: usize, to: usize, panelBytes: i32): void {
  for (let place = 0; place < places; place++) {
    const values = v128.load(square + place * 16)
    v128.store_lane<f32>(to, values, 0)
    v128.store_lane<f32>(to + aStep, values, 1)
    v128.store_lane<f32>(to + 2 * aStep, values, 2)
    v128.store_lane<f32>(to + 3 * aStep, values, 3)
    to += panelBytes
  }
}

/** The four outputs of one tile, with bias and ReLU, as four rows of `outputs` values at `quad`. */
function finishTile(
  sums: usize,
  outputs: i32,
  bias: usize,
  isRectified: bool,
  square: usize,
  quad: usize,
): void {
  const stride = sumsBytes(outputs)
  const rowBytes = outputs * 4
  const zero = f32x4.splat(0)
  for (let o = 0; o < outputs; o += 4) {
    // Columns first: 6 × 6 becomes 2 × 6, then 2 × 2.
    for (let j = 0; j < 6; j++) transformOutput(sums + j * stride + o * 4, 6 * stride, square + j * 16, 96)
    for (let i = 0; i < 2; i++) {
      const to = quad + 2 * i * rowBytes + o * 4
      transformOutput(square + i * 96, 16, to, rowBytes)
      if (!bias) continue
      for (let j = 0; j < 2; j++) {
        const value = f32x4.add(v128.load(to + j * rowBytes), v128.load(bias + o * 4))
        v128.store(to + j * rowBytes, isRectified ? f32x4.max(value, zero) : value)
      }
    }
  }
}
