/** What a file is, by its first bytes: names lie, and some systems hide or change them. */

export type FileKind = 'run' | 'zip' | 'weights' | 'digits' | 'unknown'

/** So many bytes are looked at. */
export const startBytes = 64

const firstOfRun = 'manifest.json'

export function kindOfFile(start: Uint8Array): FileKind {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, at) => start[at] === byte)
  if (begins(0x50, 0x4b, 3, 4)) return nameInZip(start) === firstOfRun ? 'run' : 'zip'
  // Packed, or IDX: two zeros, the type of its values, and how many axes there are.
  if (begins(0x1f, 0x8b) || (begins(0, 0, 8) && (start[3] === 1 || start[3] === 3))) return 'digits'
  // An empty file is one of digits that was not finished: the reader of digits says so.
  if (start.length === 0) return 'digits'
  const brace = 0x7b
  // safetensors: the length of its header in eight bytes, and a brace. TensorFlow.js: a model's JSON. NumPy: its name.
  const isSafetensors = start[8] === brace && start.subarray(4, 8).every((byte) => byte === 0)
  return isSafetensors || begins(brace) || begins(0x93, 0x4e, 0x55, 0x4d) ? 'weights' : 'unknown'
}

/** Of the first entry; it stands 30 bytes behind the beginning. */
function nameInZip(start: Uint8Array): string {
  const length = (start[26] ?? 0) + 256 * (start[27] ?? 0)
  return new TextDecoder().decode(start.subarray(30, 30 + length))
}
