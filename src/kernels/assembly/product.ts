/**
 * Matrix products C[M, N] = A[M, K] · B[K, N], either factor transposed or not: only two distances in memory tell, from
 * one row (or column) to the next and from one step k to the next.
 */
import { multiplyPanels, packColumns, packNeighbours, packRows, panelsOf, tilesOf } from './panels'
import { aStep, bStep, multiplyAdd, tileColumns, tileRows } from './tile'

/** A block of B, 256 steps of 128 columns, stays in the second cache while all rows pass by. */
const blockSteps: i32 = 256
const blockPanels: i32 = 16
const blockTiles: i32 = 16
const rowBytes: i32 = blockPanels * bStep
const blockBytes: i32 = blockSteps * blockPanels * bStep

/** Bytes of working memory for each thread. */
export const productScratchBytes: i32 = blockBytes + blockTiles * tileRows * rowBytes

/** Items of `multiply`: blocks of 96 rows times blocks of 128 columns. */
export function productItems(rows: i32, columns: i32): i32 {
  return ceilDivide(tilesOf(rows), blockTiles) * ceilDivide(panelsOf(columns), blockPanels)
}

function ceilDivide(a: i32, b: i32): i32 {
  return (a + b - 1) / b
}

/** Tile `item` of A as a panel. Beyond the last row the last row stands again: nobody reads those sums. */
export function packProductTile(
  item: i32,
  a: usize,
  rowBytes: i32,
  stepBytes: i32,
  rows: i32,
  length: i32,
  panels: usize,
): void {
  const first = item * tileRows
  const last = rows - 1
  const panel = panels + item * length * aStep
  if (rowBytes === 4 && first + tileRows <= rows) {
    packNeighbours(a + first * 4, length, stepBytes, panel)
    return
  }
  if (stepBytes === 4) {
    packRows(
      a + first * rowBytes,
      a + min(first + 1, last) * rowBytes,
      a + min(first + 2, last) * rowBytes,
      a + min(first + 3, last) * rowBytes,
      a + min(first + 4, last) * rowBytes,
      a + min(first + 5, last) * rowBytes,
      length,
      panel,
    )
    return
  }
  for (let k = 0; k < length; k++) {
    for (let row = 0; row < tileRows; row++) {
      store<f32>(
        panel + k * aStep + row * 4,
        load<f32>(a + min(first + row, last) * rowBytes + k * stepBytes),
      )
    }
  }
}

/** One block of rows times one block of columns, with all of K: no other item touches these sums. */
export function multiplyBlock(
  item: i32,
  aPanels: usize,
  rows: i32,
  length: i32,
  b: usize,
  stepBytes: i32,
  columnBytes: i32,
  columns: i32,
  c: usize,
  scratch: usize,
): void {
  const columnBlocks = ceilDivide(panelsOf(columns), blockPanels)
  const firstTile = (item / columnBlocks) * blockTiles
  const tiles = min(blockTiles, tilesOf(rows) - firstTile)
  const firstColumn = (item % columnBlocks) * blockPanels * tileColumns
  const width = min(columns - firstColumn, blockPanels * tileColumns)
  const panels = panelsOf(width)
  const sums = scratch + blockBytes

  for (let k = 0; k < length; k += blockSteps) {
    const steps = min(blockSteps, length - k)
    for (let panel = 0; panel < panels; panel++) {
      const column = panel * tileColumns
      packColumns(
        b + k * stepBytes + (firstColumn + column) * columnBytes,
        steps,
        stepBytes,
        min(tileColumns, width - column),
        columnBytes,
        scratch + panel * steps * bStep,
      )
    }
    for (let tile = 0; tile < tiles; tile++) {
      const a = aPanels + ((firstTile + tile) * length + k) * aStep
      multiplyPanels(a, scratch, steps, steps, panels, sums + tile * tileRows * rowBytes, rowBytes, k > 0)
    }
  }

  const firstRow = firstTile * tileRows
  const height = min(rows - firstRow, tiles * tileRows)
  for (let row = 0; row < height; row++) {
    memory.copy(c + ((firstRow + row) * columns + firstColumn) * 4, sums + row * rowBytes, width * 4)
  }
}

/** Columns that one item of `multiplyRowBlock` computes: its sums stay in the first cache. */
export const rowBlockColumns: i32 = 256

/**
 * Columns of c = a · B for a single row a [length] and B [length, columns]: no number of B is needed twice, so it is not
 * brought into panels but read once, as it lies.
 */
export function multiplyRowBlock(item: i32, a: usize, length: i32, b: usize, columns: i32, c: usize): void {
  const first = item * rowBlockColumns
  const width = min(rowBlockColumns, columns - first)
  const sums = c + first * 4
  const rowBytes = columns * 4
  let row = b + first * 4
  memory.fill(sums, 0, width * 4)
  let k = 0
  for (; k + 4 <= length; k += 4) {
    addFourRows(a + k * 4, row, rowBytes, width, sums)
    row += 4 * rowBytes
  }
  for (; k < length; k++) {
    const factor = load<f32>(a + k * 4)
    for (let j = 0; j < width; j++) {
      store<f32>(sums + j * 4, load<f32>(sums + j * 4) + factor * load<f32>(row + j * 4))
    }
    row += rowBytes
  }
}

function addFourRows(a: usize, row: usize, rowBytes: i32, width: i32, sums: usize): void {
  const a0 = v128.load32_splat(a)
  const a1 = v128.load32_splat(a, 4)
  const a2 = v128.load32_splat(a, 8)
  const a3 = v128.load32_splat(a, 12)
  const row1 = row + rowBytes
  const row2 = row1 + rowBytes
  const row3 = row2 + rowBytes
  let j = 0
  for (; j + 4 <= width; j += 4) {
    const at = j * 4
    let sum = multiplyAdd(a0, v128.load(row + at), v128.load(sums + at))
    sum = multiplyAdd(a1, v128.load(row1 + at), sum)
    sum = multiplyAdd(a2, v128.load(row2 + at), sum)
    v128.store(sums + at, multiplyAdd(a3, v128.load(row3 + at), sum))
  }
  for (; j < width; j++) {
    const at = j * 4
    let sum = load<f32>(sums + at) + load<f32>(a) * load<f32>(row + at)
    sum += load<f32>(a, 4) * load<f32>(row1 + at)
    sum += load<f32>(a, 8) * load<f32>(row2 + at)
    store<f32>(sums + at, sum + load<f32>(a, 12) * load<f32>(row3 + at))
  }
}
