/** Runs out of storage. What is damaged is looked at twice, for another tab may be writing it, and a header that is lost is made anew. */
import type { RunHeader, RunId } from '../../protocol/keep.ts'
import { headerOf } from './header.ts'
import { Refusal } from './parts.ts'
import type { StoredRun } from './runReader.ts'
import type { RunStore } from './store.ts'
import type { Writing } from './writing.ts'

type FoundRun = { readonly stored: StoredRun; readonly header: RunHeader }

export function createReading({ store: opened, close }: Pick<Writing, 'store' | 'close'>) {
  /** Null where there is no storage. A connection that the browser has closed is opened once more. */
  async function using<Result>(read: (store: RunStore) => Promise<Result>): Promise<Result | null> {
    const store = await opened()
    if (store === null) return null
    try {
      return await read(store)
    } catch (error) {
      if (error instanceof Refusal) throw error
      close()
      const again = await opened()
      return again && read(again)
    }
  }

  async function foundIn(store: RunStore, id: RunId): Promise<FoundRun | null> {
    let read = await store.read(id)
    if (read?.state === 'damaged' || (read?.state === 'good' && read.value.isDamaged))
      read = await store.read(id)
    if (read?.state === 'newer') throw new Refusal({ code: 'newer-version' })
    if (read?.state === 'damaged') throw new Refusal({ code: 'checkpoint-damaged', step: null })
    return read && { stored: read.value, header: await headerFor(store, id, read.value) }
  }

  async function headerFor(store: RunStore, id: RunId, { about, checkpoint, record }: StoredRun) {
    const stored = (await store.headers()).get(id)
    if (stored) return stored
    if (checkpoint === null) throw new Refusal({ code: 'checkpoint-damaged', step: null })
    const kept = { name: await store.nameOf(id), changedMs: about.startedMs, bytes: 0 }
    return headerOf({ ...about, checkpoint }, record, kept)
  }

  return {
    using,
    /** Null where it is not stored. Throws a `Refusal` where it cannot be read. */
    find: (id: RunId) => using((store) => foundIn(store, id)),
    /** To go on with it: what cannot be read counts as not there. */
    async take(id: RunId): Promise<FoundRun | null> {
      return await using(async (store) => {
        store.rest()
        return await foundIn(store, id).catch(ignoreRefusal)
      })
    },
    /** Without runs of a newer program. */
    async headers(): Promise<ReadonlyMap<RunId, RunHeader>> {
      const all = await using(async (store) => {
        const found = new Map<RunId, RunHeader>()
        for (const [id, stored] of await store.headers()) {
          const header = stored ?? (await foundIn(store, id).catch(ignoreRefusal))?.header
          if (header) found.set(id, header)
        }
        return found
      })
      return all ?? new Map()
    },
  }
}

function ignoreRefusal(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}
