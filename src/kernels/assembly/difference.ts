/**
 * How far weights lie from others, in whole units and few bits: the blocks of a kept step, as tape/blocks.ts describes and
 * unpacks them. A module of its own: the keeper has no other kernel.
 */

const blockSize: i32 = 32
/** Of a number: as in tape/blocks.ts. */
const widest: i32 = 15
const zero: i32 = 1 << (widest - 1)
/** 2⁵², and its bits. */
const whole: f64 = 4503599627370496
const wholeBits: i64 = 0x4330000000000000
/** The numbers of one block, counted from `zero`. */
const numbers = memory.data(128, 16)
/** Memory from here on is the caller's. */
export const firstAddress: usize = __heap_base

/**
 * Of `length` values, a multiple of 64, whose distance from `base` times `perUnit` is rounded to the nearest whole number. Writes
 * half a byte for each block to `widths`, and the words over `values`, which they never overtake. Returns how many words; -1 where a
 * value lies further away than 15 bits can say, or is no number.
 */
export function packDifference(values: usize, base: usize, length: i32, perUnit: f64, widths: usize): i32 {
  const blocks = length / blockSize
  let to = values
  for (let block = 0; block < blocks; block++) {
    const offset = block * blockSize * 4
    const width = countUnits(values + offset, base + offset, perUnit)
    if (width < 0) return -1
    if (block & 1) store<u8>(widths + (block >> 1), load<u8>(widths + (block >> 1)) | (width << 4))
    else store<u8>(widths + (block >> 1), width)
    if (width > 0) to = packBlock(to, width)
  }
  return <i32>((to - values) >> 2)
}

/** Writes the numbers of a block, counted from `zero`; returns the bits that the largest needs, 0 where all are 0; -1 as above. */
function countUnits(values: usize, base: usize, perUnit: f64): i32 {
  const scale = f64x2.splat(perUnit)
  const shift = f64x2.splat(whole + <f64>zero)
  const zeros = i32x4.splat(zero)
  let high = i64x2.splat(0)
  let used = i32x4.splat(0)
  let reach = i32x4.splat(0)
  for (let place = 0; place < blockSize * 4; place += 16) {
    const value = v128.load(values + place)
    const from = v128.load(base + place)
    const first = nearest(value, from, scale, shift)
    const second = nearest(
      v128.shuffle<u64>(value, value, 1, 1),
      v128.shuffle<u64>(from, from, 1, 1),
      scale,
      shift,
    )
    high = v128.or(high, v128.or(first, second))
    const number = i32x4.sub(v128.shuffle<u32>(first, second, 0, 2, 4, 6), zeros)
    v128.store(numbers + place, number)
    used = v128.or(used, number)
    // -1 needs no more bits than 0 does, and so on.
    reach = v128.or(reach, v128.xor(number, i32x4.shr_s(number, 31)))
  }
  // Whatever is out of reach or no number has another sign or exponent, or more bits.
  if (<u64>(i64x2.extract_lane(high, 0) | i64x2.extract_lane(high, 1)) >= 2 * zero) return -1
  if (!v128.any_true(used)) return 0
  return 33 - clz<i32>(anyLane(reach))
}

/** Of two values, the number of units from -`zero` on: a double from 2⁵² to 2⁵³ has no digits behind the point. */
function nearest(value: v128, from: v128, scale: v128, shift: v128): v128 {
  const distance = f64x2.sub(f64x2.promote_low_f32x4(value), f64x2.promote_low_f32x4(from))
  return v128.xor(f64x2.add(f64x2.mul(distance, scale), shift), i64x2.splat(wholeBits))
}

function anyLane(bits: v128): i32 {
  return (
    i32x4.extract_lane(bits, 0) |
    i32x4.extract_lane(bits, 1) |
    i32x4.extract_lane(bits, 2) |
    i32x4.extract_lane(bits, 3)
  )
}

/** Writes a block's numbers with `width` bits each, the first one lowest; returns the address behind them. */
function packBlock(to: usize, width: i32): usize {
  const shift = i32x4.splat(1 << (width - 1))
  const lower = i64x2.splat(0xffffffff)
  const ofFour = 4 * width
  let bits: u64 = 0
  let filled: i32 = 0
  for (let place = 0; place < blockSize * 4; place += 16) {
    // Neighbours come together: two in each half, then four in at most 60 bits.
    const four = i32x4.add(v128.load(numbers + place), shift)
    const pairs = v128.or(v128.and(four, lower), i64x2.shl(i64x2.shr_u(four, 32), width))
    const next = <u64>i64x2.extract_lane(pairs, 0) | ((<u64>i64x2.extract_lane(pairs, 1)) << (2 * width))
    bits |= next << filled
    filled += ofFour
    if (filled < 64) continue
    store<u64>(to, bits)
    to += 8
    filled -= 64
    // What did not fit in. A shift by 64 is none.
    bits = filled > 0 ? next >> (ofFour - filled) : 0
  }
  if (filled === 0) return to
  store<u32>(to, <u32>bits)
  return to + 4
}
