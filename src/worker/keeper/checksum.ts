/** Whether bytes are still those that were written. */

/** Odd constants of xxHash: multiplying by them is a bijection of 32 bits. */
const primeA = 0x9e3779b1 | 0
const primeB = 0x85ebca77 | 0
const primeC = 0xc2b2ae3d | 0
const primeD = 0x27d4eb2f

/**
 * Of all words of all arrays, as 16 hex digits. Each word goes into one of four sums, and every step is a bijection of the
 * sum: a change of a single word always changes the result, any other all but once in 2³² times. Four sums, so that no
 * multiplication waits for the one before. Signed all the way, which browsers compute in registers: 39 MB take 10 ms, unsigned
 * 80. Against accidents, not against forgery.
 */
export function checksumOf(arrays: readonly ArrayBufferView[]): string {
  let a = 1
  let b = 2
  let c = 3
  let d = 4
  for (const { buffer, byteOffset, byteLength } of arrays) {
    const count = byteOffset % 4 === 0 ? byteLength >>> 2 : 0
    const words = new Int32Array(buffer, count > 0 ? byteOffset : 0, count)
    const whole = count & ~3
    for (let at = 0; at < whole; at += 4) {
      a = turned(Math.imul(a ^ words[at]!, primeA))
      b = turned(Math.imul(b ^ words[at + 1]!, primeB))
      c = turned(Math.imul(c ^ words[at + 2]!, primeC))
      d = turned(Math.imul(d ^ words[at + 3]!, primeD))
    }
    const rest = new Uint8Array(buffer, byteOffset + 4 * whole, byteLength - 4 * whole)
    for (const byte of rest) a = turned(Math.imul(a ^ byte, primeA))
    // So that bytes cannot move from one array to the next.
    b = turned(Math.imul(b ^ byteLength, primeB))
  }
  return hex(Math.imul(a, primeC) ^ turned(b)) + hex(Math.imul(c, primeA) ^ turned(d) ^ a)
}

/** High bits come down, so that all bits of a word reach all bits of the sum. */
const turned = (sum: number) => (sum << 13) | (sum >>> 19)
const hex = (sum: number) => (sum >>> 0).toString(16).padStart(8, '0')
