/** The convolution of a learning layer, stride 1, and its gradient with respect to the filter. Channels last throughout. */
import { multiplyPanels, packColumns, packNeighbours, packRows, panelsOf, tilesOf } from './panels'
import { poolMap } from './pooling'
import { aStep, bStep, tileColumns, tileRows } from './tile'

/** Image `item` of x [n, height, width, channels] with a border of zeros: `top` and `left` before, the rest after. */
export function padImage(
  item: i32,
  x: usize,
  height: i32,
  width: i32,
  channels: i32,
  padded: usize,
  paddedHeight: i32,
  paddedWidth: i32,
  top: i32,
  left: i32,
): void {
  const rowBytes = width * channels * 4
  const paddedRowBytes = paddedWidth * channels * 4
  const from = x + item * height * rowBytes
  const to = padded + item * paddedHeight * paddedRowBytes
  memory.fill(to, 0, paddedHeight * paddedRowBytes)
  const corner = to + top * paddedRowBytes + left * channels * 4
  for (let row = 0; row < height; row++) {
    memory.copy(corner + row * paddedRowBytes, from + row * rowBytes, rowBytes)
  }
}

/**
 * Panel `item` of a filter [places, channels, outputs] as the factor B: its columns are the outputs, its steps are
 * place and channel.
 */
export function packFilterPanel(item: i32, filter: usize, steps: i32, outputs: i32, panels: usize): void {
  const output = item * tileColumns
  const width = min(tileColumns, outputs - output)
  packColumns(filter + output * 4, steps, outputs * 4, width, 4, panels + item * steps * bStep)
}

/**
 * As `packFilterPanel` for the gradient with respect to the input, which is the convolution of dy with the filter
 * rotated by 180° and its channel axes swapped: columns are the channels, steps are place (from the last) and output.
 */
export function packRotatedPanel(
  item: i32,
  filter: usize,
  places: i32,
  channels: i32,
  outputs: i32,
  panels: usize,
): void {
  const channel = item * tileColumns
  const width = min(tileColumns, channels - channel)
  let panel = panels + item * places * outputs * bStep
  for (let place = places - 1; place >= 0; place--) {
    packColumns(filter + (place * channels + channel) * outputs * 4, outputs, 4, width, outputs * 4, panel)
    panel += outputs * bStep
  }
}

/** Bytes of working memory for each thread: one panel of A, and the sums of one image. */
export function convolutionScratchBytes(positions: i32, steps: i32, outputs: i32): i32 {
  return steps * aStep + tilesOf(positions) * tileRows * panelsOf(outputs) * bStep
}

/**
 * Image `item` of a convolution, as the product of its windows, [positions, steps], with the filter, [steps, outputs].
 * The windows exist six at a time. With `winners` the map is pooled 2 × 2 before it is written (see pooling.ts).
 */
export function convolveImage(
  item: i32,
  padded: usize,
  paddedHeight: i32,
  paddedWidth: i32,
  channels: i32,
  filterHeight: i32,
  filterWidth: i32,
  filterPanels: usize,
  outputs: i32,
  bias: usize,
  isRectified: bool,
  y: usize,
  winners: usize,
  scratch: usize,
): void {
  const height = paddedHeight - filterHeight + 1
  const width = paddedWidth - filterWidth + 1
  const positions = height * width
  const runLength = filterWidth * channels
  const steps = filterHeight * runLength
  const panels = panelsOf(outputs)
  const rowBytes = panels * bStep
  const image = padded + item * paddedHeight * paddedWidth * channels * 4
  const sums = scratch + steps * aStep

  for (let first = 0; first < positions; first += tileRows) {
    const last = positions - 1
    const p0 = image + windowAt(first, width, paddedWidth) * channels * 4
    const p1 = image + windowAt(min(first + 1, last), width, paddedWidth) * channels * 4
    const p2 = image + windowAt(min(first + 2, last), width, paddedWidth) * channels * 4
    const p3 = image + windowAt(min(first + 3, last), width, paddedWidth) * channels * 4
    const p4 = image + windowAt(min(first + 4, last), width, paddedWidth) * channels * 4
    const p5 = image + windowAt(min(first + 5, last), width, paddedWidth) * channels * 4
    for (let row = 0; row < filterHeight; row++) {
      const down = row * paddedWidth * channels * 4
      const a = scratch + row * runLength * aStep
      packRows(p0 + down, p1 + down, p2 + down, p3 + down, p4 + down, p5 + down, runLength, a)
    }
    multiplyPanels(scratch, filterPanels, steps, steps, panels, sums + first * rowBytes, rowBytes, false)
  }

  if (bias) addBias(sums, positions, rowBytes, bias, outputs, isRectified)
  if (winners) poolMap(item, sums, rowBytes, height, width, outputs, y, winners)
  else copyMap(sums, rowBytes, positions, outputs, y + item * positions * outputs * 4)
}

/** Where the window of an output position begins, counted in positions of the padded image. */
function windowAt(position: i32, width: i32, paddedWidth: i32): i32 {
  return (position / width) * paddedWidth + (position % width)
}

function addBias(sums: usize, rows: i32, rowBytes: i32, bias: usize, outputs: i32, isRectified: bool): void {
  const zero = f32x4.splat(0)
  for (let row = 0; row < rows; row++) {
    const at = sums + row * rowBytes
    let j = 0
    for (; j + 4 <= outputs; j += 4) {
      const sum = f32x4.add(v128.load(at + j * 4), v128.load(bias + j * 4))
      v128.store(at + j * 4, isRectified ? f32x4.max(sum, zero) : sum)
    }
    for (; j < outputs; j++) {
      const sum = load<f32>(at + j * 4) + load<f32>(bias + j * 4)
      store<f32>(at + j * 4, isRectified ? max<f32>(sum, 0) : sum)
    }
  }
}

function copyMap(sums: usize, rowBytes: i32, rows: i32, outputs: i32, y: usize): void {
  for (let row = 0; row < rows; row++) memory.copy(y + row * outputs * 4, sums + row * rowBytes, outputs * 4)
}

/** Image `item` of dy [n, positions, outputs] as the factor B of the filter's gradient: its steps are the positions. */
export function packGradientImage(item: i32, dy: usize, positions: i32, outputs: i32, panels: usize): void {
  const width = panelsOf(outputs)
  const image = dy + item * positions * outputs * 4
  let to = panels + item * width * positions * bStep
  for (let panel = 0; panel < width; panel++) {
    const output = panel * tileColumns
    packColumns(image + output * 4, positions, outputs * 4, min(tileColumns, outputs - output), 4, to)
    to += positions * bStep
  }
}

/** Bytes of working memory for each thread: one panel of A, and the sums of `groupTiles` tiles. */
export function filterGradientScratchBytes(positions: i32, outputs: i32, groupTiles: i32): i32 {
  return positions * aStep + groupTiles * tileRows * panelsOf(outputs) * bStep
}

/**
 * `groupTiles` times six rows of dw[u, v, c, o] = Σ over n, i, j of x[n, i+u, j+v, c] · dy[n, i, j, o], with x padded: a
 * product over all positions of all images. Row (u, v, c) of its factor A is the image seen through that one weight.
 * One image after the other is added up, always in the same order, so that the number of threads does not change a bit.
 */
export function filterGradientGroup(
  item: i32,
  padded: usize,
  images: i32,
  paddedHeight: i32,
  paddedWidth: i32,
  channels: i32,
  filterHeight: i32,
  filterWidth: i32,
  gradientPanels: usize,
  outputs: i32,
  dw: usize,
  groupTiles: i32,
  scratch: usize,
): void {
  const height = paddedHeight - filterHeight + 1
  const width = paddedWidth - filterWidth + 1
  const positions = height * width
  const runLength = filterWidth * channels
  const rows = filterHeight * runLength
  const panels = panelsOf(outputs)
  const rowBytes = panels * bStep
  const firstTile = item * groupTiles
  const tiles = min(groupTiles, tilesOf(rows) - firstTile)
  const sums = scratch + positions * aStep

  for (let image = 0; image < images; image++) {
    const x = padded + image * paddedHeight * paddedWidth * channels * 4
    const b = gradientPanels + image * panels * positions * bStep
    for (let tile = 0; tile < tiles; tile++) {
      const first = (firstTile + tile) * tileRows
      packSeen(x, first, rows, runLength, height, width, paddedWidth, channels, scratch)
      const c = sums + tile * tileRows * rowBytes
      multiplyPanels(scratch, b, positions, positions, panels, c, rowBytes, image > 0)
    }
  }
  const firstRow = firstTile * tileRows
  copyMap(sums, rowBytes, min(rows - firstRow, tiles * tileRows), outputs, dw + firstRow * outputs * 4)
}

/** What six weights from `first` on see of one image, position by position, as a panel of A. */
function packSeen(
  image: usize,
  first: i32,
  rows: i32,
  runLength: i32,
  height: i32,
  width: i32,
  paddedWidth: i32,
  channels: i32,
  a: usize,
): void {
  const stepBytes = channels * 4
  const lineBytes = paddedWidth * stepBytes
  if ((first % runLength) + tileRows <= runLength) {
    const seen = image + (first / runLength) * lineBytes + (first % runLength) * 4
    for (let i = 0; i < height; i++)
      packNeighbours(seen + i * lineBytes, width, stepBytes, a + i * width * aStep)
    return
  }
  for (let row = 0; row < tileRows; row++) {
    const weight = min(first + row, rows - 1)
    const seen = image + (weight / runLength) * lineBytes + (weight % runLength) * 4
    let to = a + row * 4
    for (let i = 0; i < height; i++) {
      let from = seen + i * lineBytes
      for (let j = 0; j < width; j++) {
        store<f32>(to, load<f32>(from))
        from += stepBytes
        to += aStep
      }
    }
  }
}
