/** Bringing factors into panels, and multiplying a panel of A with many panels of B. */
import { aStep, bStep, tile, tileColumns, tileRows } from './tile'

/** Floats between two panels' beginnings are counted in steps: `length` steps make one panel. */
export function panelsOf(columns: i32): i32 {
  return (columns + tileColumns - 1) / tileColumns
}

export function tilesOf(rows: i32): i32 {
  return (rows + tileRows - 1) / tileRows
}

/** C[6, 8 · panels] from one panel of A and `panels` panels of B, `stepsApart` steps from one to the next. */
export function multiplyPanels(
  a: usize,
  b: usize,
  length: i32,
  stepsApart: i32,
  panels: i32,
  c: usize,
  rowBytes: i32,
  accumulate: bool,
): void {
  for (let panel = 0; panel < panels; panel++) {
    tile(a, b, length, c, rowBytes, accumulate)
    b += stepsApart * bStep
    c += bStep
  }
}

/** Six rows of `length` neighbouring values each, anywhere in memory, as a panel of A: a transposition by 4 × 6. */
export function packRows(
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  r4: usize,
  r5: usize,
  length: i32,
  a: usize,
): void {
  let k = length
  for (; k >= 4; k -= 4) {
    const v0 = v128.load(r0)
    const v1 = v128.load(r1)
    const v2 = v128.load(r2)
    const v3 = v128.load(r3)
    const v4 = v128.load(r4)
    const v5 = v128.load(r5)
    // Pairs of rows, interleaved: k and k + 1 in the first, k + 2 and k + 3 in the second.
    const first01 = v128.shuffle<f32>(v0, v1, 0, 4, 1, 5)
    const first23 = v128.shuffle<f32>(v2, v3, 0, 4, 1, 5)
    const first45 = v128.shuffle<f32>(v4, v5, 0, 4, 1, 5)
    const second01 = v128.shuffle<f32>(v0, v1, 2, 6, 3, 7)
    const second23 = v128.shuffle<f32>(v2, v3, 2, 6, 3, 7)
    const second45 = v128.shuffle<f32>(v4, v5, 2, 6, 3, 7)
    v128.store(a, v128.shuffle<f64>(first01, first23, 0, 2))
    v128.store(a, v128.shuffle<f64>(first45, first01, 0, 3), 16)
    v128.store(a, v128.shuffle<f64>(first23, first45, 1, 3), 32)
    v128.store(a, v128.shuffle<f64>(second01, second23, 0, 2), 48)
    v128.store(a, v128.shuffle<f64>(second45, second01, 0, 3), 64)
    v128.store(a, v128.shuffle<f64>(second23, second45, 1, 3), 80)
    r0 += 16
    r1 += 16
    r2 += 16
    r3 += 16
    r4 += 16
    r5 += 16
    a += 4 * aStep
  }
  for (; k > 0; k--) {
    store<f32>(a, load<f32>(r0))
    store<f32>(a, load<f32>(r1), 4)
    store<f32>(a, load<f32>(r2), 8)
    store<f32>(a, load<f32>(r3), 12)
    store<f32>(a, load<f32>(r4), 16)
    store<f32>(a, load<f32>(r5), 20)
    r0 += 4
    r1 += 4
    r2 += 4
    r3 += 4
    r4 += 4
    r5 += 4
    a += aStep
  }
}

/** As `packRows` for rows that are neighbours in memory: step k is the six values at `source + k · stepBytes`. */
export function packNeighbours(source: usize, length: i32, stepBytes: i32, a: usize): void {
  for (let k = 0; k < length; k++) {
    v128.store(a, v128.load(source))
    store<f64>(a, load<f64>(source, 16), 16)
    source += stepBytes
    a += aStep
  }
}

/**
 * `columns` (at most 8) columns and `length` steps as a panel of B; what is missing to 8 is zero. Step k of column j is
 * at `source + k · stepBytes + j · columnBytes`.
 */
export function packColumns(
  source: usize,
  length: i32,
  stepBytes: i32,
  columns: i32,
  columnBytes: i32,
  b: usize,
): void {
  if (columns === tileColumns && columnBytes === 4) {
    for (let k = 0; k < length; k++) {
      v128.store(b, v128.load(source))
      v128.store(b, v128.load(source, 16), 16)
      source += stepBytes
      b += bStep
    }
    return
  }
  if (columns === tileColumns && stepBytes === 4) {
    packTransposed(source, length, columnBytes, b)
    packTransposed(source + 4 * columnBytes, length, columnBytes, b + 16)
    return
  }
  for (let k = 0; k < length; k++) {
    for (let j = 0; j < tileColumns; j++) {
      store<f32>(b + j * 4, j < columns ? load<f32>(source + j * columnBytes) : 0)
    }
    source += stepBytes
    b += bStep
  }
}

/** Four columns whose steps are neighbours in memory, into one half of a panel of B. */
function packTransposed(source: usize, length: i32, columnBytes: i32, b: usize): void {
  let s0 = source
  let s1 = s0 + columnBytes
  let s2 = s1 + columnBytes
  let s3 = s2 + columnBytes
  let k = length
  for (; k >= 4; k -= 4) {
    const v0 = v128.load(s0)
    const v1 = v128.load(s1)
    const v2 = v128.load(s2)
    const v3 = v128.load(s3)
    const first01 = v128.shuffle<f32>(v0, v1, 0, 4, 1, 5)
    const first23 = v128.shuffle<f32>(v2, v3, 0, 4, 1, 5)
    const second01 = v128.shuffle<f32>(v0, v1, 2, 6, 3, 7)
    const second23 = v128.shuffle<f32>(v2, v3, 2, 6, 3, 7)
    v128.store(b, v128.shuffle<f64>(first01, first23, 0, 2))
    v128.store(b, v128.shuffle<f64>(first01, first23, 1, 3), 32)
    v128.store(b, v128.shuffle<f64>(second01, second23, 0, 2), 64)
    v128.store(b, v128.shuffle<f64>(second01, second23, 1, 3), 96)
    s0 += 16
    s1 += 16
    s2 += 16
    s3 += 16
    b += 4 * bStep
  }
  for (; k > 0; k--) {
    store<f32>(b, load<f32>(s0))
    store<f32>(b, load<f32>(s1), 4)
    store<f32>(b, load<f32>(s2), 8)
    store<f32>(b, load<f32>(s3), 12)
    s0 += 4
    s1 += 4
    s2 += 4
    s3 += 4
    b += bStep
  }
}
