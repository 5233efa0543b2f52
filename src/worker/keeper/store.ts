/** Runs in storage: one write is one transaction over all stores, and what was there before stays until it is done. */
import type { ParameterValues } from '../../network/spec.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { RunHeader, RunId } from '../../protocol/keep.ts'
import { bytesOfPlain } from '../../runFile/plainBytes.ts'
import { behind, type Database, ofRun, storeNames } from './database.ts'
import type { TapeChanges } from './parts.ts'
import type { RecordPart } from './record.ts'
import { aboutOf, bytesOf, createRunReader, numberOf, type Stock } from './runReader.ts'
import { isNewer, isObject, type Sealed, seal } from './sealed.ts'
import { type Sizes, slotOf } from './slot.ts'
import { places, type WordFiles } from './wordFiles.ts'

export type RunWrite = {
  readonly header: RunHeader
  /** Null: the one that is stored, if any, stays. */
  readonly checkpoint: Checkpoint | null
  readonly parts: readonly RecordPart[]
  readonly tape: TapeChanges
  readonly first: ParameterValues | null
  /** Of the whole tape. */
  readonly tapeBytes: number
  /** What is stored of it; null: nothing of this run that is stored counts, all it has is in this write. */
  readonly before: Stock | null
}

/** `header.bytes` is what all of the run takes. */
export type Written = { readonly header: RunHeader; readonly stock: Stock }

/** A run that was stored is not there any more. */
export class ClearedError extends Error {}

export type RunStore = ReturnType<typeof createRunStore>

/** Where there are no files, large arrays go into the database. */
export function createRunStore(database: Database, files: WordFiles | null, sizes: Sizes) {
  const { read, headers, headerOf, slotsOf } = createRunReader(database, files, sizes)
  const writing = () => database.transaction(storeNames, 'readwrite', { durability: 'strict' })

  return {
    read,
    headers,
    headerOf,

    /**
     * All of it or nothing. Rejects with a `ClearedError` where the run should be there and is not, with a
     * QuotaExceededError where there is no room.
     */
    async write({ header, checkpoint, parts, tape, first, tapeBytes, before }: RunWrite): Promise<Written> {
      const { id } = header
      const slotsBefore = await slotsOf(id)
      if (slotsBefore.some(({ slot }) => isNewer(isObject(slot) ? slot.format : 0))) throw new NewerError()
      const taken = slotsBefore.map(({ place }) => place)
      // Of three places at most two are taken: the newest checkpoint and the one before stay whole until this one is there.
      const place = places.find((one) => !taken.includes(one)) ?? taken.at(-1)!
      // Where the run went back, or is back from a damaged one, checkpoints of later steps do not count.
      const last = Math.min(header.step, before?.step ?? header.step)
      const fallback = slotsBefore.find(({ slot }) => numberOf(slot, 'step') <= last)
      const turn = numberOf(slotsBefore[0]?.slot, 'turn') + 1
      const next = checkpoint && slotOf({ about: aboutOf(header), checkpoint }, turn)
      if (next) await files?.write(id, place, next.words)
      const isWhole = before === null
      const sealed = parts.map((part) => seal(bytesOfPlain(part)))
      const stock = {
        parts: (before?.parts ?? 0) + parts.length,
        bytes: (before?.bytes ?? 0) + bytesOf(sealed),
        step: next ? header.step : (before?.step ?? 0),
      }
      const isTwice = fallback !== undefined && next !== null
      const words = next?.slot.lengths.reduce((sum, length) => sum + 4 * length, 0) ?? 0
      const fileBytes = tapeBytes + stock.bytes + words
      const named = { ...header, bytes: fileBytes + (isTwice ? words : 0), fileBytes }

      const transaction = writing()
      const headers = transaction.objectStore('headers')
      const slots = transaction.objectStore('slots')
      const arrays = transaction.objectStore('words')
      const record = transaction.objectStore('parts')
      const entries = transaction.objectStore('tape')
      const wishes: Promise<unknown>[] = []
      try {
        if (!isWhole && (await headers.getKey(id)) === undefined) throw new ClearedError()
        const newest = isWhole ? undefined : await record.openKeyCursor(ofRun(id), 'prev')
        const from = newest ? newest.key[1] + 1 : 0
        if (isWhole) wishes.push(record.delete(ofRun(id)), entries.delete(ofRun(id)))
        if (next) {
          for (const old of slotsBefore) {
            if (old === fallback || old.place === place) continue
            wishes.push(slots.delete([id, old.place]), arrays.delete([id, old.place]))
          }
          wishes.push(slots.put({ ...next.slot, wordsIn: files ? 'file' : 'database' }, [id, place]))
          if (!files) wishes.push(arrays.put(next.words, [id, place]))
        }
        for (const [at, part] of sealed.entries()) wishes.push(record.put(part, [id, from + at]))
        const backTo = Math.min(...parts.map((part) => part.backTo ?? Number.POSITIVE_INFINITY))
        // Kept steps on the way that the run went the first time; those since then are among `tape.put`.
        if (backTo < Number.POSITIVE_INFINITY) wishes.push(entries.delete(behind(id, backTo)))
        for (const step of tape.removed) wishes.push(entries.delete([id, step]))
        for (const { step, bytes } of tape.put) wishes.push(entries.put(seal(bytes), [id, step]))
        if (first) wishes.push(transaction.objectStore('firsts').put(seal(bytesOfPlain(first)), id))
        wishes.push(headers.put(sealedHeader(named), id))
        await Promise.all([...wishes, transaction.done])
        return { header: named, stock }
      } catch (error) {
        await abort(transaction, wishes)
        throw transaction.error ?? error
      }
    },

    nameOf: async (id: RunId): Promise<string | null> => (await database.get('names', id)) ?? null,

    async rename(id: RunId, name: string | null): Promise<void> {
      if (name === null) await database.delete('names', id)
      else await database.put('names', name, id)
    },

    /** A run of a newer program stays. */
    async remove(id: RunId): Promise<void> {
      if ((await headerOf(id))?.state === 'newer') return
      const transaction = writing()
      await Promise.all([
        transaction.objectStore('headers').delete(id),
        transaction.objectStore('names').delete(id),
        transaction.objectStore('firsts').delete(id),
        transaction.objectStore('slots').delete(ofRun(id)),
        transaction.objectStore('words').delete(ofRun(id)),
        transaction.objectStore('parts').delete(ofRun(id)),
        transaction.objectStore('tape').delete(ofRun(id)),
        transaction.done,
      ])
      for (const place of places) await files?.remove(id, place)
    },

    /** Files that no run speaks of: left behind by a crash, or after the last checkpoint of a run. */
    async tidy(): Promise<void> {
      if (!files) return
      for (const { id, place } of await files.all()) {
        if ((await database.getKey('slots', [id, place])) === undefined) await files.remove(id, place)
      }
    },

    /** The run that was written last is written no more. */
    rest: () => files?.rest(),
    close() {
      files?.rest()
      database.close()
    },
  }
}

/** The run in storage is of a newer program: it is left alone. */
export class NewerError extends Error {}

const sealedHeader = ({ name: _, ...header }: RunHeader): Sealed => seal(bytesOfPlain(header))
async function abort(
  transaction: { abort(): void; done: Promise<void> },
  wishes: readonly Promise<unknown>[],
) {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
  await Promise.allSettled([...wishes, transaction.done])
}
