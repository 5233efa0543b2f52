/**
 * Zip files, read with every check: the list at the end says what is in it, and what it says must be true. Nothing is unpacked
 * before its size is known and small enough. (PKWARE, APPNOTE 4.3)
 */
import { Inflate } from 'fflate'
import { crc32 } from '../math/crc32.ts'
import { damaged, FileRefused } from './fileRefused.ts'

export type ZipEntry = {
  /** With its folders. */
  readonly path: string
  readonly bytes: number
  /** Unpacked and checked. Throws `FileRefused`. */
  readonly read: () => Uint8Array
}

const endBytes = 22
const endMark = 0x06054b50
const listBytes = 46
const listMark = 0x02014b50
const headBytes = 30
const headMark = 0x04034b50
const longestComment = 65_535
const mostEntries = 2000
/** So much is unpacked before its size is looked at again: at most a thousand times as much comes out. */
const packedAtOnce = 16_384

type Options = { readonly fileName: string; readonly limitBytes: number }

/** Files in the zip, without folders and what macOS puts beside. */
export function readZip(file: Uint8Array, { fileName, limitBytes }: Options): ZipEntry[] {
  const listed = listOf(file, fileName)
  const bytes = listed.reduce((sum, entry) => sum + entry.bytes, 0)
  if (bytes > limitBytes) throw new FileRefused({ code: 'file-too-large', fileName, bytes, limitBytes })
  const entries = listed.map((entry): ZipEntry => {
    const stored = storedOf(file, entry, fileName)
    return { path: entry.path, bytes: entry.bytes, read: () => unpacked(stored, entry, fileName) }
  })
  return entries.filter(({ path }) => !path.endsWith('/') && !path.split('/').some(isHidden))
}

function isHidden(part: string): boolean {
  return part.startsWith('.') || part === '__MACOSX'
}

type Listed = {
  readonly path: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly storedBytes: number
  readonly bytes: number
  readonly begin: number
}

/** What the list at the end says. */
function listOf(file: Uint8Array, fileName: string): Listed[] {
  const view = viewOf(file)
  const refuse = () => damaged(fileName, 'zip')
  const end = findEnd(view)
  if (end === null) throw refuse()
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries || count !== view.getUint16(end + 8, true)) throw refuse()
  let at = view.getUint32(end + 16, true)
  const listEnd = at + view.getUint32(end + 12, true)
  if (listEnd > end) throw refuse()
  const listed: Listed[] = []
  for (let place = 0; place < count; place++) {
    if (at + listBytes > listEnd || view.getUint32(at, true) !== listMark) throw refuse()
    const nameEnd = at + listBytes + view.getUint16(at + 28, true)
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > listEnd) throw refuse()
    listed.push({
      path: textOf(file, at + listBytes, nameEnd),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      storedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      begin: view.getUint32(at + 42, true),
    })
    at = next
  }
  if (at !== listEnd) throw refuse()
  return listed
}

/** The last file's list ends with a comment of any length, so the end is looked for from behind. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endBytes - longestComment)
  for (let at = view.byteLength - endBytes; at >= first; at--) {
    const comment = view.byteLength - endBytes - at
    if (view.getUint32(at, true) === endMark && view.getUint16(at + 20, true) === comment) return at
  }
  return null
}

/** The bytes of one file, as they lie in the zip: its own header must say the same name. */
function storedOf(file: Uint8Array, { path, begin, storedBytes }: Listed, fileName: string): Uint8Array {
  const view = viewOf(file)
  if (begin + headBytes > file.length || view.getUint32(begin, true) !== headMark) {
    throw damaged(fileName, path)
  }
  const nameEnd = begin + headBytes + view.getUint16(begin + 26, true)
  const dataBegin = nameEnd + view.getUint16(begin + 28, true)
  if (dataBegin + storedBytes > file.length || textOf(file, begin + headBytes, nameEnd) !== path) {
    throw damaged(fileName, path)
  }
  return file.subarray(dataBegin, dataBegin + storedBytes)
}

function unpacked(stored: Uint8Array, listed: Listed, fileName: string): Uint8Array {
  const refuse = () => damaged(fileName, listed.path)
  const isEncrypted = (listed.flags & 1) === 1
  if (isEncrypted) throw refuse()
  const bytes = contentOf(stored, listed, refuse)
  if (crc32(bytes) !== listed.crc) throw refuse()
  return bytes
}

function contentOf(stored: Uint8Array, { method, bytes }: Listed, refuse: () => FileRefused): Uint8Array {
  switch (method) {
    case 0:
      if (stored.length !== bytes) throw refuse()
      return stored
    case 8:
      return inflated(stored, bytes, refuse)
    default:
      throw refuse()
  }
}

/** Stops as soon as more comes out than was announced. */
function inflated(stored: Uint8Array, bytes: number, refuse: () => FileRefused): Uint8Array {
  // Deflate packs at most 1 : 1032: no room is made for what cannot come.
  if (bytes > stored.length * 1032 + 64) throw refuse()
  const result = new Uint8Array(bytes)
  let filled = 0
  const unpacking = new Inflate((chunk) => {
    if (filled + chunk.length > bytes) throw refuse()
    result.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let at = 0; at < stored.length; at += packedAtOnce) {
      unpacking.push(stored.subarray(at, at + packedAtOnce), at + packedAtOnce >= stored.length)
    }
  } catch {
    throw refuse()
  }
  if (filled !== bytes) throw refuse()
  return result
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function textOf(file: Uint8Array, begin: number, end: number): string {
  // A copy: memory that is shared cannot be decoded.
  return new TextDecoder().decode(file.slice(begin, end))
}
