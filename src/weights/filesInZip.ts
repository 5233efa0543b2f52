/** What lies in a zip that somebody made of weights: files to be unpacked one by one, all of them together small enough. */
import { readDirectory, ZipDamaged } from '../zip/directory.ts'
import { unpackEntry } from '../zip/unpack.ts'
import { damaged, FileRefused } from './fileRefused.ts'

export type FileInZip = {
  /** With its folders. */
  readonly path: string
  /** Unpacked and checked. Throws `FileRefused`, or the signal's reason. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>
}

export type ReadOptions = {
  /** Names it in problems. */
  readonly fileName: string
  /** Of everything that is in it, unpacked. */
  readonly limitBytes: number
  readonly signal: AbortSignal
}

/** Without folders and what macOS puts beside. */
export async function filesInZip(
  zip: Blob,
  { fileName, limitBytes, signal }: ReadOptions,
): Promise<FileInZip[]> {
  const refusing = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      throw error instanceof ZipDamaged ? damaged(fileName, error.where) : error
    }
  }
  const entries = await refusing(() => readDirectory(zip))
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (bytes > limitBytes) throw new FileRefused({ code: 'file-too-large', fileName, bytes, limitBytes })
  return entries
    .filter(({ name }) => !name.endsWith('/') && !name.split('/').some(isHidden))
    .map((entry) => ({
      path: entry.name,
      read: () => refusing(() => unpackEntry(zip, entry, { limitBytes, signal })),
    }))
}

function isHidden(part: string): boolean {
  return part.startsWith('.') || part === '__MACOSX'
}
