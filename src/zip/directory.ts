/**
 * The directory of a zip file that somebody else may have written (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Nothing it
 * says is believed before it is checked against the file, and no entry is unpacked here.
 */

export type ZipEntry = {
  readonly name: string
  /** Stored as it is, or deflated. */
  readonly method: 'stored' | 'deflated'
  /** Unpacked, as the file claims. */
  readonly bytes: number
  readonly packedBytes: number
  readonly crc: number
  /** Where its packed bytes begin in the file. */
  readonly start: number
}

/** A zip file, or an entry of one, that cannot be read. */
export class ZipDamaged extends Error {
  /** An entry's name, or the part of the file. */
  readonly where: string
  constructor(where: string) {
    super(`damaged: ${where}`)
    this.where = where
  }
}

const mostEntries = 10_000
const mostDirectoryBytes = 4_000_000
const mostEndBytes = 22 + 0xffff
const mostNameBytes = 1000
/** Deflate packs nothing tighter: a claim beyond it is a lie. */
const mostPackedTimes = 1032
const signatures = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 }

/** Whether a file begins as zip files with entries do. */
export async function isZip(file: Blob): Promise<boolean> {
  const start = await viewOf(file.slice(0, 4))
  return start.byteLength === 4 && start.getUint32(0, true) === signatures.local
}

/** All entries in the order of the file, of which none overlaps another and no two have one name. Throws `ZipDamaged`. */
export async function readDirectory(file: Blob): Promise<readonly ZipEntry[]> {
  const { offset, bytes, count } = await readEnd(file)
  const view = await viewOf(file.slice(offset, offset + bytes))
  const entries: Omit<ZipEntry, 'start'>[] = []
  const locals: number[] = []
  let at = 0
  for (let place = 0; place < count; place++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.entry) throw lost()
    const nameBytes = view.getUint16(at + 28, true)
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > view.byteLength || nameBytes === 0 || nameBytes > mostNameBytes) throw lost()
    const name = textOf(view, at + 46, nameBytes)
    entries.push({ name, ...claims(view, at, name) })
    locals.push(view.getUint32(at + 42, true))
    at = next
  }
  if (at !== view.byteLength || new Set(entries.map(({ name }) => name)).size !== count) throw lost()
  return await placed(file, entries, locals, offset)
}

const lost = () => new ZipDamaged('zip')

async function readEnd(file: Blob) {
  const from = Math.max(0, file.size - mostEndBytes)
  const view = await viewOf(file.slice(from))
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== signatures.end) continue
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue
    const count = view.getUint16(at + 10, true)
    const bytes = view.getUint32(at + 12, true)
    const offset = view.getUint32(at + 16, true)
    const isWhole = view.getUint32(at + 4, true) === 0 && view.getUint16(at + 8, true) === count
    if (!isWhole || count > mostEntries || bytes > mostDirectoryBytes) throw lost()
    if (offset + bytes !== from + at) throw lost()
    return { offset, bytes, count }
  }
  throw lost()
}

function claims(view: DataView, at: number, name: string) {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const crc = view.getUint32(at + 16, true)
  const packedBytes = view.getUint32(at + 20, true)
  const bytes = view.getUint32(at + 24, true)
  // Bit 0: encrypted.
  if (flags & 1 || (method !== 0 && method !== 8)) throw new ZipDamaged(name)
  if (method === 0 ? bytes !== packedBytes : bytes > mostPackedTimes * packedBytes) throw new ZipDamaged(name)
  return { crc, packedBytes, bytes, method: method === 0 ? 'stored' : 'deflated' } as const
}

/** Each entry has a header of its own before its bytes: only that says where they begin. */
async function placed(
  file: Blob,
  entries: readonly Omit<ZipEntry, 'start'>[],
  locals: readonly number[],
  end: number,
): Promise<readonly ZipEntry[]> {
  const order = [...locals.keys()].sort((one, other) => locals[one]! - locals[other]!)
  const found: ZipEntry[] = []
  for (const [place, index] of order.entries()) {
    const entry = entries[index]!
    const local = locals[index]!
    const behind = place + 1 < order.length ? locals[order[place + 1]!]! : end
    if (local + 30 > behind || behind > end) throw new ZipDamaged(entry.name)
    const view = await viewOf(file.slice(local, Math.min(behind, local + 30 + mostNameBytes)))
    const nameBytes = view.getUint16(26, true)
    const start = local + 30 + nameBytes + view.getUint16(28, true)
    const isSame = view.getUint32(0, true) === signatures.local && 30 + nameBytes <= view.byteLength
    if (!isSame || textOf(view, 30, nameBytes) !== entry.name) throw new ZipDamaged(entry.name)
    if (start + entry.packedBytes > behind) throw new ZipDamaged(entry.name)
    found.push({ ...entry, start })
  }
  return found
}

function textOf(view: DataView, at: number, bytes: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(view.buffer, at, bytes))
  } catch {
    throw lost()
  }
}

async function viewOf(part: Blob): Promise<DataView<ArrayBuffer>> {
  return new DataView(await part.arrayBuffer())
}
