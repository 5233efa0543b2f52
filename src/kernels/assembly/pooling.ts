/** 2 × 2 max pooling that remembers its winners, and the way back through it and through ReLU. */

/**
 * Image `item`: the map at `sums` (rows of `rowBytes`), already rectified, pooled into y [n, height/2, width/2,
 * channels]. `winners` gets one byte each: 0 top left, 1 top right, 2 bottom left, 3 bottom right; of equals the
 * first; 4 where nothing passed ReLU, so that no gradient goes back.
 */
export function poolMap(
  item: i32,
  sums: usize,
  rowBytes: i32,
  height: i32,
  width: i32,
  channels: i32,
  y: usize,
  winners: usize,
): void {
  const rows = height / 2
  const columns = width / 2
  let out = y + item * rows * columns * channels * 4
  let winner = winners + item * rows * columns * channels
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = sums + (2 * row * width + 2 * column) * rowBytes
      poolCell(at, at + rowBytes, at + width * rowBytes, at + (width + 1) * rowBytes, channels, out, winner)
      out += channels * 4
      winner += channels
    }
  }
}

export function poolCell(
  p0: usize,
  p1: usize,
  p2: usize,
  p3: usize,
  channels: i32,
  y: usize,
  winners: usize,
): void {
  let c = 0
  for (; c + 4 <= channels; c += 4) {
    const v0 = v128.load(p0 + c * 4)
    const v1 = v128.load(p1 + c * 4)
    const v2 = v128.load(p2 + c * 4)
    const v3 = v128.load(p3 + c * 4)
    const top = f32x4.max(v0, v1)
    const bottom = f32x4.max(v2, v3)
    const best = f32x4.max(top, bottom)
    const inTop = v128.bitselect(i32x4.splat(0), i32x4.splat(1), f32x4.eq(v0, top))
    const inBottom = v128.bitselect(i32x4.splat(2), i32x4.splat(3), f32x4.eq(v2, bottom))
    const place = v128.bitselect(inTop, inBottom, f32x4.eq(top, best))
    const winner = v128.bitselect(place, i32x4.splat(4), f32x4.gt(best, f32x4.splat(0)))
    v128.store(y + c * 4, best)
    const narrow = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(winner, winner), winner)
    v128.store_lane<u32>(winners + c, narrow, 0)
  }
  for (; c < channels; c++) {
    let best = load<f32>(p0 + c * 4)
    let winner: u8 = 0
    if (load<f32>(p1 + c * 4) > best) {
      best = load<f32>(p1 + c * 4)
      winner = 1
    }
    if (load<f32>(p2 + c * 4) > best) {
      best = load<f32>(p2 + c * 4)
      winner = 2
    }
    if (load<f32>(p3 + c * 4) > best) {
      best = load<f32>(p3 + c * 4)
      winner = 3
    }
    store<f32>(y + c * 4, best)
    store<u8>(winners + c, best > 0 ? winner : 4)
  }
}

/**
 * Image `item` of the gradient before ReLU and pooling, [n, height, width, channels], from dy of the pooled map: each
 * value goes to its winner, everything else is zero.
 */
export function unpoolImage(
  item: i32,
  dy: usize,
  winners: usize,
  height: i32,
  width: i32,
  channels: i32,
  dx: usize,
): void {
  const rows = height / 2
  const columns = width / 2
  const rowBytes = width * channels * 4
  const image = dx + item * height * rowBytes
  // An odd last row or column takes part in no window.
  if (height % 2 || width % 2) memory.fill(image, 0, height * rowBytes)
  let from = item * rows * columns * channels
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const topLeft = image + 2 * row * rowBytes + 2 * column * channels * 4
      unpoolCell(dy + from * 4, winners + from, channels, topLeft, rowBytes)
      from += channels
    }
  }
}

function unpoolCell(dy: usize, winners: usize, channels: i32, topLeft: usize, rowBytes: i32): void {
  const topRight = topLeft + channels * 4
  const bottomLeft = topLeft + rowBytes
  const bottomRight = bottomLeft + channels * 4
  let c = 0
  for (; c + 4 <= channels; c += 4) {
    const gradient = v128.load(dy + c * 4)
    const winner = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(winners + c)))
    v128.store(topLeft + c * 4, v128.and(gradient, i32x4.eq(winner, i32x4.splat(0))))
    v128.store(topRight + c * 4, v128.and(gradient, i32x4.eq(winner, i32x4.splat(1))))
    v128.store(bottomLeft + c * 4, v128.and(gradient, i32x4.eq(winner, i32x4.splat(2))))
    v128.store(bottomRight + c * 4, v128.and(gradient, i32x4.eq(winner, i32x4.splat(3))))
  }
  for (; c < channels; c++) {
    const gradient = load<f32>(dy + c * 4)
    const winner = load<u8>(winners + c)
    store<f32>(topLeft + c * 4, winner === 0 ? gradient : 0)
    store<f32>(topRight + c * 4, winner === 1 ? gradient : 0)
    store<f32>(bottomLeft + c * 4, winner === 2 ? gradient : 0)
    store<f32>(bottomRight + c * 4, winner === 3 ? gradient : 0)
  }
}

/** Sixteen channels, from 16 · `item` on, of Σ over rows of x [rows, channels]: the gradient of a bias. */
export function sumChannels(item: i32, x: usize, rows: i32, channels: i32, sums: usize): void {
  const first = item * 16
  const last = min(first + 16, channels)
  let c = first
  for (; c + 4 <= last; c += 4) {
    // Four sums at a time, so that no addition waits for the one before it.
    let s0 = f32x4.splat(0)
    let s1 = s0
    let s2 = s0
    let s3 = s0
    let at = x + c * 4
    const rowBytes = channels * 4
    let row = rows
    for (; row >= 4; row -= 4) {
      s0 = f32x4.add(s0, v128.load(at))
      s1 = f32x4.add(s1, v128.load(at + rowBytes))
      s2 = f32x4.add(s2, v128.load(at + 2 * rowBytes))
      s3 = f32x4.add(s3, v128.load(at + 3 * rowBytes))
      at += 4 * rowBytes
    }
    for (; row > 0; row--) {
      s0 = f32x4.add(s0, v128.load(at))
      at += rowBytes
    }
    v128.store(sums + c * 4, f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)))
  }
  for (; c < last; c++) {
    let sum: f32 = 0
    for (let row = 0; row < rows; row++) sum += load<f32>(x + (row * channels + c) * 4)
    store<f32>(sums + c * 4, sum)
  }
}
