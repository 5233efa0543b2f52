/**
 * Small whole numbers in few bits: blocks of 32 with a width each, that of its largest number. So each block is as many 32-bit
 * words as its width says, and begins at a word: unpacking is a walk through memory.
 */

export const blockSize = 32
/** Of a number: 15 bits hold 16,383 units. */
const widest = 15
const zero = 2 ** (widest - 1)
/** From here to its double, doubles have no digits behind the point: adding it rounds to the nearest. */
const whole = 2 ** 52

/** Whole numbers as they lie in a kept step: a width of 4 bits for each block, and as many words as the widths add up to. */
export type Blocks = { readonly widths: Uint8Array; readonly words: Uint32Array }

/**
 * How far `values` lie from `base`, in whole units, rounded to the nearest. Both have the same length, a multiple of 64. Throws a
 * `RangeError` where a value lies further away than 15 bits can say, or is no number. The next call may overwrite what this one gave.
 */
export type PackDifference = (values: Float32Array, base: Float32Array, unit: number) => Blocks

/** For browsers that cannot take kernels/assembly/difference.ts, which gives the same bits in an eighth of the time. */
export function packInScript(): PackDifference {
  let memory = new Uint32Array()
  return (values, base, unit) => {
    // No number takes more than 16 bits.
    if (memory.length < values.length / 2) memory = new Uint32Array(values.length / 2)
    return packInto(memory, values, base, unit)
  }
}

function packInto(memory: Uint32Array, values: Float32Array, base: Float32Array, unit: number): Blocks {
  const widths = new Uint8Array(values.length / blockSize / 2)
  const blocks = values.length / blockSize
  const perUnit = 1 / unit
  const numbers = new Uint16Array(blockSize)
  let at = 0
  for (let block = 0; block < blocks; block++) {
    const from = block * blockSize
    let lowest = zero
    let highest = zero
    for (let place = 0; place < blockSize; place++) {
      const exact = (values[from + place]! - base[from + place]!) * perUnit
      const number = exact + (zero + whole) - whole
      if (!(number >= 0 && number < 2 * zero)) throw new RangeError(`A value is ${exact} units away.`)
      numbers[place] = number
      if (number < lowest) lowest = number
      if (number > highest) highest = number
    }
    const width = widthOf(lowest - zero, highest - zero)
    widths[block >> 1]! |= width << ((block & 1) * 4)
    if (width === 0) continue
    const shift = zero - (1 << (width - 1))
    let word = 0
    let filled = 0
    for (let place = 0; place < blockSize; place++) {
      const bits = numbers[place]! - shift
      word |= bits << filled
      filled += width
      if (filled < 32) continue
      memory[at++] = word
      filled -= 32
      // What did not fit in.
      word = bits >>> (width - filled)
    }
  }
  return { widths, words: memory.subarray(0, at) }
}

/** Bits for numbers from `lowest` (0 or less) to `highest` (0 or more); 0 where all are 0. */
function widthOf(lowest: number, highest: number): number {
  if (lowest === 0 && highest === 0) return 0
  return 33 - Math.clz32(Math.max(highest, -lowest - 1))
}

/** Whether widths and words can be those of `length` numbers. */
export function areBlocksOf(length: number, { widths, words }: Blocks): boolean {
  let sum = 0
  for (const pair of widths) sum += (pair & 15) + (pair >> 4)
  return widths.length * 2 * blockSize === length && sum === words.length
}

/** `out[i] = base[i] + unit · k[i]`, rounded to float32. The blocks must be `areBlocksOf(base.length)`. */
export function unpackOnto(
  base: Float32Array,
  { widths, words, unit }: Blocks & { readonly unit: number },
  out: Float32Array,
): void {
  let at = 0
  let to = 0
  const blocks = widths.length * 2
  for (let block = 0; block < blocks; block++) {
    const width = (widths[block >> 1]! >> ((block & 1) * 4)) & 15
    const end = to + blockSize
    if (width === 0) {
      for (; to < end; to++) out[to] = base[to]!
      continue
    }
    const mask = (1 << width) - 1
    const offset = 1 << (width - 1)
    let word = words[at++]!
    let left = 32
    for (; to < end; to++) {
      let bits = word & mask
      if (left >= width) {
        word >>>= width
        left -= width
      } else {
        const next = words[at++]!
        bits = (word | (next << left)) & mask
        word = next >>> (width - left)
        left += 32 - width
      }
      out[to] = base[to]! + (bits - offset) * unit
    }
  }
}
