/** Tells damage in kept bytes: MurmurHash3 (32 bits, Austin Appleby) over whole words. Not against malice. */

/**
 * Of the words from `from` on; signed inside, which browsers compute in registers. Each round can be undone, so bytes that differ in one word alone never have the same sum.
 */
export function checksumOf(words: Uint32Array, from = 0): number {
  const signed = new Int32Array(words.buffer, words.byteOffset, words.length)
  let hash = words.length | 0
  for (let at = from; at < words.length; at++) {
    let mixed = Math.imul(signed[at]!, 0xcc9e2d51 | 0)
    mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
    hash ^= mixed
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + (0xe6546b64 | 0)) | 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
