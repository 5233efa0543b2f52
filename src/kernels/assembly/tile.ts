/**
 * The heart of every product: a block of 6 × 8 sums that stays in registers while k runs.
 *
 * C[r, j] += Σ over k of A[k, r] · B[k, j]. Both factors are *panels*: A lies as [k][6], B as [k][8], without gaps, so
 * that the loop walks straight through memory. 12 vectors of sums, two of B and one value of A fill 15 of the 16
 * registers a processor with 128-bit SIMD has; each of the eight loads per k then serves at least three of 24 operations.
 */

export const tileRows = 6
export const tileColumns = 8
/** Bytes one k takes in a panel of A and in a panel of B. */
export const aStep = tileRows * 4
export const bStep = tileColumns * 4

/** a · b + c: rounded once where the browser has relaxed SIMD on a processor with FMA, else after both operations. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c)
  return f32x4.add(f32x4.mul(a, b), c)
}

/**
 * Adds `length` steps to the 6 × 8 sums at `c`, whose rows lie `rowBytes` apart; without `accumulate` the sums start
 * at zero.
 */
export function tile(a: usize, b: usize, length: i32, c: usize, rowBytes: i32, accumulate: bool): void {
  const row1 = c + rowBytes
  const row2 = row1 + rowBytes
  const row3 = row2 + rowBytes
  const row4 = row3 + rowBytes
  const row5 = row4 + rowBytes
  let c00 = f32x4.splat(0)
  let c01 = c00
  let c10 = c00
  let c11 = c00
  let c20 = c00
  let c21 = c00
  let c30 = c00
  let c31 = c00
  let c40 = c00
  let c41 = c00
  let c50 = c00
  let c51 = c00
  if (accumulate) {
    c00 = v128.load(c)
    c01 = v128.load(c, 16)
    c10 = v128.load(row1)
    c11 = v128.load(row1, 16)
    c20 = v128.load(row2)
    c21 = v128.load(row2, 16)
    c30 = v128.load(row3)
    c31 = v128.load(row3, 16)
    c40 = v128.load(row4)
    c41 = v128.load(row4, 16)
    c50 = v128.load(row5)
    c51 = v128.load(row5, 16)
  }
  let k = length
  // Four steps in one: fewer jumps, and the compiler may load ahead.
  for (; k >= 4; k -= 4) {
    const low = v128.load(b)
    const high = v128.load(b, 16)
    const a00 = v128.load32_splat(a)
    c00 = multiplyAdd(a00, low, c00)
    c01 = multiplyAdd(a00, high, c01)
    const a01 = v128.load32_splat(a, 4)
    c10 = multiplyAdd(a01, low, c10)
    c11 = multiplyAdd(a01, high, c11)
    const a02 = v128.load32_splat(a, 8)
    c20 = multiplyAdd(a02, low, c20)
    c21 = multiplyAdd(a02, high, c21)
    const a03 = v128.load32_splat(a, 12)
    c30 = multiplyAdd(a03, low, c30)
    c31 = multiplyAdd(a03, high, c31)
    const a04 = v128.load32_splat(a, 16)
    c40 = multiplyAdd(a04, low, c40)
    c41 = multiplyAdd(a04, high, c41)
    const a05 = v128.load32_splat(a, 20)
    c50 = multiplyAdd(a05, low, c50)
    c51 = multiplyAdd(a05, high, c51)
    const low1 = v128.load(b, 32)
    const high1 = v128.load(b, 48)
    const a10 = v128.load32_splat(a, 24)
    c00 = multiplyAdd(a10, low1, c00)
    c01 = multiplyAdd(a10, high1, c01)
    const a11 = v128.load32_splat(a, 28)
    c10 = multiplyAdd(a11, low1, c10)
    c11 = multiplyAdd(a11, high1, c11)
    const a12 = v128.load32_splat(a, 32)
    c20 = multiplyAdd(a12, low1, c20)
    c21 = multiplyAdd(a12, high1, c21)
    const a13 = v128.load32_splat(a, 36)
    c30 = multiplyAdd(a13, low1, c30)
    c31 = multiplyAdd(a13, high1, c31)
    const a14 = v128.load32_splat(a, 40)
    c40 = multiplyAdd(a14, low1, c40)
    c41 = multiplyAdd(a14, high1, c41)
    const a15 = v128.load32_splat(a, 44)
    c50 = multiplyAdd(a15, low1, c50)
    c51 = multiplyAdd(a15, high1, c51)
    const low2 = v128.load(b, 64)
    const high2 = v128.load(b, 80)
    const a20 = v128.load32_splat(a, 48)
    c00 = multiplyAdd(a20, low2, c00)
    c01 = multiplyAdd(a20, high2, c01)
    const a21 = v128.load32_splat(a, 52)
    c10 = multiplyAdd(a21, low2, c10)
    c11 = multiplyAdd(a21, high2, c11)
    const a22 = v128.load32_splat(a, 56)
    c20 = multiplyAdd(a22, low2, c20)
    c21 = multiplyAdd(a22, high2, c21)
    const a23 = v128.load32_splat(a, 60)
    c30 = multiplyAdd(a23, low2, c30)
    c31 = multiplyAdd(a23, high2, c31)
    const a24 = v128.load32_splat(a, 64)
    c40 = multiplyAdd(a24, low2, c40)
    c41 = multiplyAdd(a24, high2, c41)
    const a25 = v128.load32_splat(a, 68)
    c50 = multiplyAdd(a25, low2, c50)
    c51 = multiplyAdd(a25, high2, c51)
    const low3 = v128.load(b, 96)
    const high3 = v128.load(b, 112)
    const a30 = v128.load32_splat(a, 72)
    c00 = multiplyAdd(a30, low3, c00)
    c01 = multiplyAdd(a30, high3, c01)
    const a31 = v128.load32_splat(a, 76)
    c10 = multiplyAdd(a31, low3, c10)
    c11 = multiplyAdd(a31, high3, c11)
    const a32 = v128.load32_splat(a, 80)
    c20 = multiplyAdd(a32, low3, c20)
    c21 = multiplyAdd(a32, high3, c21)
    const a33 = v128.load32_splat(a, 84)
    c30 = multiplyAdd(a33, low3, c30)
    c31 = multiplyAdd(a33, high3, c31)
    const a34 = v128.load32_splat(a, 88)
    c40 = multiplyAdd(a34, low3, c40)
    c41 = multiplyAdd(a34, high3, c41)
    const a35 = v128.load32_splat(a, 92)
    c50 = multiplyAdd(a35, low3, c50)
    c51 = multiplyAdd(a35, high3, c51)
    a += 4 * aStep
    b += 4 * bStep
  }
  for (; k > 0; k--) {
    const low = v128.load(b)
    const high = v128.load(b, 16)
    const a00 = v128.load32_splat(a)
    c00 = multiplyAdd(a00, low, c00)
    c01 = multiplyAdd(a00, high, c01)
    const a01 = v128.load32_splat(a, 4)
    c10 = multiplyAdd(a01, low, c10)
    c11 = multiplyAdd(a01, high, c11)
    const a02 = v128.load32_splat(a, 8)
    c20 = multiplyAdd(a02, low, c20)
    c21 = multiplyAdd(a02, high, c21)
    const a03 = v128.load32_splat(a, 12)
    c30 = multiplyAdd(a03, low, c30)
    c31 = multiplyAdd(a03, high, c31)
    const a04 = v128.load32_splat(a, 16)
    c40 = multiplyAdd(a04, low, c40)
    c41 = multiplyAdd(a04, high, c41)
    const a05 = v128.load32_splat(a, 20)
    c50 = multiplyAdd(a05, low, c50)
    c51 = multiplyAdd(a05, high, c51)
    a += aStep
    b += bStep
  }
  v128.store(c, c00)
  v128.store(c, c01, 16)
  v128.store(row1, c10)
  v128.store(row1, c11, 16)
  v128.store(row2, c20)
  v128.store(row2, c21, 16)
  v128.store(row3, c30)
  v128.store(row3, c31, 16)
  v128.store(row4, c40)
  v128.store(row4, c41, 16)
  v128.store(row5, c50)
  v128.store(row5, c51, 16)
}
