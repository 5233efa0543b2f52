/** The database of runs. Everything in it is sealed or checked when it is read (`sealed.ts`, `slot.ts`). */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { RunId } from '../../protocol/keep.ts'
import type { Sealed } from './sealed.ts'
import type { Slot, Words } from './slot.ts'
import type { Place } from './wordFiles.ts'

const databaseName = 'faltwerk'
const databaseVersion = 1

/** Where there are no files for its words, they lie in the database, in a store of their own: slots are read at every write. */
export type StoredSlot = Slot & { readonly wordsIn: 'file' | 'database' }

/** Keys begin with the run's id, so that all of a run is one range. */
export interface RunsSchema extends DBSchema {
  headers: { key: RunId; value: Sealed }
  /** Apart from the headers, so that naming a run never meets a checkpoint. */
  names: { key: RunId; value: string }
  slots: { key: [RunId, Place]; value: StoredSlot }
  words: { key: [RunId, Place]; value: Words }
  /** Parts of the record, in the order in which they were written. */
  parts: { key: [RunId, number]; value: Sealed }
  /** By step. */
  tape: { key: [RunId, number]; value: Sealed }
  /** The weights of step 0 where they came from a file. */
  firsts: { key: RunId; value: Sealed }
}

export type Database = IDBPDatabase<RunsSchema>
export const storeNames = ['headers', 'names', 'slots', 'words', 'parts', 'tape', 'firsts'] as const

/** A browser that has not opened it by then never does; runs are held in memory instead of waiting. */
const longestOpeningMs = 10_000

/** `ended`: the browser closed it, mostly because what was stored was removed. Rejects with the browser's DOMException. */
export function openDatabase(ended: () => void): Promise<Database> {
  const opening = openDB<RunsSchema>(databaseName, databaseVersion, {
    upgrade(database) {
      for (const name of storeNames)
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name)
    },
    // Another tab has a newer program, or removes the database: it must not wait for this one.
    blocking(_current, _next, event) {
      const database = event.target as IDBDatabase // an event of exactly this connection
      database.close()
      ended()
    },
    terminated: ended,
  })
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database does not open')), longestOpeningMs)
  })
  return Promise.race([opening, tooLong])
}

/** All keys that begin with `id`: arrays sort after numbers and texts. */
export const ofRun = (id: RunId) => IDBKeyRange.bound([id], [id, []])

/** Keys of steps after `step`. */
export const behind = (id: RunId, step: number) => IDBKeyRange.bound([id, step], [id, []], true)
