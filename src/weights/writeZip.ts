/**
 * Zip files in pieces, so that 13 MB of weights are not copied: for each file a header and its bytes, at the end a list of all
 * of them. (PKWARE, APPNOTE 4.3; sizes stand in the headers, which every program can read.)
 */
import { deflateSync } from 'fflate'
import { crc32 } from '../math/crc32.ts'
import { joined } from './joined.ts'

export type ZipPart = {
  /** ASCII, with slashes. */
  readonly name: string
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
  /** For texts. Weights are as good as noise: packing them would cost a second and save a tenth. */
  readonly packed: boolean
}

type Entry = {
  readonly name: Uint8Array<ArrayBuffer>
  readonly method: number
  readonly crc: number
  readonly storedBytes: number
  readonly bytes: number
  readonly begin: number
}

const methods = { stored: 0, deflated: 8 } as const

export function writeZip(parts: readonly ZipPart[], modified: Date): Uint8Array<ArrayBuffer>[] {
  const file: Uint8Array<ArrayBuffer>[] = []
  let written = 0
  const add = (...pieces: readonly Uint8Array<ArrayBuffer>[]) => {
    file.push(...pieces)
    written += totalOf(pieces)
  }
  const entries = parts.map(({ name, pieces, packed }): Entry => {
    const stored = packed ? [deflateSync(joined(pieces))] : pieces
    const entry: Entry = {
      name: new TextEncoder().encode(name),
      method: packed ? methods.deflated : methods.stored,
      crc: pieces.reduce((before, piece) => crc32(piece, before), 0),
      storedBytes: totalOf(stored),
      bytes: totalOf(pieces),
      begin: written,
    }
    add(numbers('4 2', [0x04034b50, version]), common(entry, modified), entry.name, ...stored)
    return entry
  })
  const listBegin = written
  for (const entry of entries) {
    // Neither comment nor second disk nor attributes; where the file begins.
    const tail = numbers('2 2 2 4 4', [0, 0, 0, 0, entry.begin])
    add(numbers('4 2 2', [0x02014b50, version, version]), common(entry, modified), tail, entry.name)
  }
  const count = entries.length
  const listLength = written - listBegin
  add(numbers('4 2 2 2 2 4 4 2', [0x06054b50, 0, 0, count, count, listLength, listBegin, 0]))
  return file
}

/** 2.0: files may be deflated. */
const version = 20

/** What stands in a file's own header and in the list alike: from the flags to the length of what is extra. */
function common({ name, method, crc, storedBytes, bytes }: Entry, modified: Date): Uint8Array<ArrayBuffer> {
  const time = (modified.getHours() << 11) | (modified.getMinutes() << 5) | (modified.getSeconds() >> 1)
  const date = ((modified.getFullYear() - 1980) << 9) | ((modified.getMonth() + 1) << 5) | modified.getDate()
  return numbers('2 2 2 2 4 4 4 2 2', [0, method, time, date, crc, storedBytes, bytes, name.length, 0])
}

/** Little-endian numbers of two or four bytes, as `sizes` says. */
function numbers(sizes: string, values: readonly number[]): Uint8Array<ArrayBuffer> {
  const widths = sizes.split(' ').filter(Boolean).map(Number)
  const bytes = new Uint8Array(widths.reduce((sum, width) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [place, width] of widths.entries()) {
    if (width === 2) view.setUint16(at, values[place]!, true)
    else view.setUint32(at, values[place]!, true)
    at += width
  }
  return bytes
}

function totalOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}
