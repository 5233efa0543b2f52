/**
 * Large arrays in files of the origin-private file system: 39 MB cost 17 ms of computing there, 190 ms in IndexedDB, which
 * copies them between processes (`bench/`). A file is only ever overwritten while no slot speaks of it.
 */
import type { RunId } from '../../protocol/keep.ts'
import type { Words } from './slot.ts'

/** Three places for two slots: one is always free to be written. */
export const places = [0, 1, 2] as const
export type Place = (typeof places)[number]

export type WordFiles = {
  /** On disk when it resolves. Rejects with a QuotaExceededError where there is no room; the file is empty then. */
  write(id: RunId, place: Place, words: Words): Promise<void>
  /** Null where the file is not there, or not of this length. */
  read(id: RunId, place: Place, lengths: readonly number[]): Promise<Words | null>
  /** Removes the file, where there is one. */
  remove(id: RunId, place: Place): Promise<void>
  /** Lets go of the files of the run that was written last. */
  rest(): void
  all(): Promise<readonly { readonly id: RunId; readonly place: Place }[]>
}

/** Missing in the types of the page's realm, which the tests are checked with. */
type SyncHandle = {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}
type Syncable = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> }

const folderName = 'faltwerk'
const nameOf = (id: RunId, place: Place) => `${id}.${place}`

/** Null where the browser has no such files. `trialName` is like no other. */
export async function openWordFiles(trialName: string): Promise<WordFiles | null> {
  try {
    const files = createWordFiles(async () => {
      const root = await navigator.storage.getDirectory()
      return root.getDirectoryHandle(folderName, { create: true })
    })
    // Some private windows promise files and refuse them at the first one. Another tab may be trying too.
    await files.write(trialName, 0, [])
    await files.remove(trialName, 0)
    return files
  } catch {
    return null
  }
}

export function createWordFiles(openFolder: () => Promise<FileSystemDirectoryHandle>): WordFiles {
  /** Handles stay open while one run is written: opening costs more than writing. */
  const handles = new Map<string, SyncHandle>()

  function rest() {
    for (const handle of handles.values()) handle.close()
    handles.clear()
  }

  async function handleOf(name: string): Promise<SyncHandle> {
    const known = handles.get(name)
    if (known) return known
    const file = await (await openFolder()).getFileHandle(name, { create: true })
    const handle = await (file as Syncable).createSyncAccessHandle()
    handles.set(name, handle)
    return handle
  }

  function writeAll(handle: SyncHandle, words: Words) {
    let at = 0
    for (const array of words) {
      const bytes = new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength)
      const written = handle.write(bytes, { at })
      if (written < bytes.length) throw new DOMException('no room for all of it', 'QuotaExceededError')
      at += written
    }
    handle.truncate(at)
    handle.flush()
  }

  return {
    rest,
    async write(id, place, words) {
      const name = nameOf(id, place)
      if ([...handles.keys()].some((key) => !key.startsWith(`${id}.`))) rest()
      const handle = await handleOf(name)
      try {
        writeAll(handle, words)
      } catch (error) {
        try {
          handle.truncate(0)
        } catch {
          // What was stored may have been removed: the handle is of no use any more.
        }
        handle.close()
        handles.delete(name)
        throw error
      }
    },
    async read(id, place, lengths) {
      try {
        const folder = await openFolder()
        const file = await (await folder.getFileHandle(nameOf(id, place))).getFile()
        const total = lengths.reduce((sum, length) => sum + length, 0)
        if (file.size !== 4 * total) return null
        const buffer = await file.arrayBuffer()
        let at = 0
        return lengths.map((length) => {
          const end = at + 4 * length
          const array = new Float32Array(buffer.slice(at, end))
          at = end
          return array
        })
      } catch {
        return null
      }
    },
    async remove(id, place) {
      const name = nameOf(id, place)
      handles.get(name)?.close()
      handles.delete(name)
      await (await openFolder()).removeEntry(name).catch(() => {})
    },
    async all() {
      const found: { id: RunId; place: Place }[] = []
      for await (const name of (await openFolder()).keys()) {
        const place = places.find((one) => name.endsWith(`.${one}`))
        if (place !== undefined) found.push({ id: name.slice(0, -2), place })
      }
      return found
    },
  }
}
