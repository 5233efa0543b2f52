/** One entry of a zip file, unpacked and checked. */
import { Inflate } from 'fflate'
import { crc32 } from '../math/crc32.ts'
import { ZipDamaged, type ZipEntry } from './directory.ts'

/** Deflate packs zeros a thousandfold: pieces this small grow to 16 MB at most before anyone can stop. */
const packedPieceBytes = 16 * 1024
const storedPieceBytes = 2 ** 20

export type UnpackOptions = {
  /** What an entry of this name may have at most, known before it is looked at. */
  readonly limitBytes: number
  readonly signal?: AbortSignal
  /** Packed bytes read so far. */
  readonly onBytes?: (bytes: number) => void
}

/** Throws `ZipDamaged` with the entry's name, or the signal's reason. Memory is taken for what is allowed, never for more. */
export async function unpackEntry(
  file: Blob,
  entry: ZipEntry,
  { limitBytes, signal, onBytes }: UnpackOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const damaged = () => new ZipDamaged(entry.name)
  if (entry.bytes > limitBytes) throw damaged()
  const whole = new Uint8Array(entry.bytes)
  let bytes = 0
  let crc = 0
  const take = (piece: Uint8Array) => {
    if (bytes + piece.length > whole.length) throw damaged()
    whole.set(piece, bytes)
    bytes += piece.length
    crc = crc32(piece, crc)
  }
  const push = entry.method === 'stored' ? take : inflating(take, damaged)
  for (let at = 0; at < entry.packedBytes; at += storedPieceBytes) {
    const piece = await read(
      file,
      entry.start + at,
      Math.min(storedPieceBytes, entry.packedBytes - at),
      damaged,
    )
    signal?.throwIfAborted()
    push(piece, at + storedPieceBytes >= entry.packedBytes)
    onBytes?.(Math.min(at + storedPieceBytes, entry.packedBytes))
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw damaged()
  return whole
}

function inflating(take: (piece: Uint8Array) => void, damaged: () => ZipDamaged) {
  let refused: unknown = null
  const inflate = new Inflate((piece) => {
    try {
      take(piece)
    } catch (error) {
      refused = error
    }
  })
  return (packed: Uint8Array, isLast: boolean) => {
    for (let at = 0; at < packed.length && refused === null; at += packedPieceBytes) {
      const end = Math.min(packed.length, at + packedPieceBytes)
      try {
        inflate.push(packed.subarray(at, end), isLast && end === packed.length)
      } catch {
        throw damaged()
      }
    }
    if (refused !== null) throw refused
  }
}

/** A file can be gone by now, or another one: browsers say so only when it is read. */
async function read(file: Blob, at: number, bytes: number, damaged: () => ZipDamaged) {
  const piece = new Uint8Array(await file.slice(at, at + bytes).arrayBuffer())
  if (piece.length !== bytes) throw damaged()
  return piece
}
