/** Runs in storage: one write is one transaction over all stores, and what was there before stays until it is done. */
import type { ParameterValues } from '../../network/spec.ts'
import { parameterNames } from '../../network/spec.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { KeptRecord, RunHeader, RunId } from '../../protocol/keep.ts'
import { bytesOfPlain, plainOfBytes } from '../../runFile/plainBytes.ts'
import { type Database, ofRun, type StoredSlot, storeNames } from './database.ts'
import type { TapeChanges, TapeEntry } from './parts.ts'
import { emptyRecord, type RecordPart, recordUpTo, withPart } from './record.ts'
import { isNewer, isObject, type Opened, type Sealed, seal, unseal } from './sealed.ts'
import { type About, isSlot, openSlot, type Sizes, slotOf } from './slot.ts'
import { type Place, places, type WordFiles } from './wordFiles.ts'

export type RunWrite = {
  readonly header: RunHeader
  /** Null: the one that is stored, if any, stays. */
  readonly checkpoint: Checkpoint | null
  readonly parts: readonly RecordPart[]
  readonly tape: TapeChanges
  readonly first: ParameterValues | null
  /** Of the whole tape. */
  readonly tapeBytes: number
  /** Parts of the record that are stored; null: nothing of this run that is stored counts, all it has is in this write. */
  readonly before: StoredParts | null
}

export type StoredParts = { readonly parts: number; readonly bytes: number }
/** `header.bytes` is what all of the run takes. */
export type Written = { readonly header: RunHeader; readonly parts: StoredParts }

export type StoredRun = {
  readonly about: About
  /** Null where none can be read any more. */
  readonly checkpoint: Checkpoint | null
  /** Up to the step of the checkpoint. */
  readonly record: KeptRecord
  readonly tape: readonly TapeEntry[]
  readonly first: ParameterValues | null
  readonly parts: StoredParts
  /** The newest checkpoint could not be read; this is the one before, or none. */
  readonly isDamaged: boolean
}

/** A run that was stored is not there any more. */
export class ClearedError extends Error {}

export type RunStore = ReturnType<typeof createRunStore>

/** Where there are no files, large arrays go into the database. */
export function createRunStore(database: Database, files: WordFiles | null, sizes: Sizes) {
  const writing = () => database.transaction(storeNames, 'readwrite', { durability: 'strict' })

  async function slotsOf(id: RunId): Promise<readonly { place: Place; slot: StoredSlot }[]> {
    const reading = database.transaction('slots')
    const found = await Promise.all(places.map((place) => reading.store.get([id, place])))
    return places
      .flatMap((place) => {
        const slot = found[place]
        return slot === undefined ? [] : [{ place, slot }]
      })
      .sort((one, other) => numberOf(other.slot, 'turn') - numberOf(one.slot, 'turn'))
  }

  async function readSlot(id: RunId, place: Place, slot: StoredSlot) {
    if (!isSlot(slot, sizes)) return openSlot(slot, [], sizes)
    const words =
      slot.wordsIn === 'file'
        ? await files?.read(id, place, slot.lengths)
        : await database.get('words', [id, place])
    return openSlot(slot, Array.isArray(words) ? words : [], sizes)
  }

  /** The parts in their order; a damaged one loses only itself. */
  async function readRecord(id: RunId): Promise<{ record: KeptRecord; parts: StoredParts }> {
    const stored = await database.getAll('parts', ofRun(id))
    const record = stored.reduce<KeptRecord>((record, one) => {
      const part = unseal(one, (bytes) => plainOfBytes(bytes) as RecordPart) // sealed by `write`
      return part.state === 'good' ? withPart(record, part.value) : record
    }, emptyRecord)
    return { record, parts: { parts: stored.length, bytes: bytesOf(stored) } }
  }

  async function readTape(id: RunId): Promise<readonly TapeEntry[]> {
    const keys = await database.getAllKeys('tape', ofRun(id))
    const stored = await database.getAll('tape', ofRun(id))
    return stored.flatMap((one, place) => {
      const entry = unseal(one, (bytes) => bytes)
      return entry.state === 'good' ? [{ step: keys[place]![1], bytes: entry.value }] : []
    })
  }

  async function readFirst(id: RunId): Promise<ParameterValues | null> {
    const first = unseal(await database.get('firsts', id), (bytes) => plainOfBytes(bytes) as ParameterValues)
    return first.state === 'good' && parameterNames.every((name) => first.value[name]?.length === sizes[name])
      ? first.value
      : null
  }

  /** Undefined where the run is not there. */
  async function headerOf(id: RunId): Promise<Opened<RunHeader> | undefined> {
    const stored = await database.get('headers', id)
    if (stored === undefined) return undefined
    return unseal(stored, (bytes) => plainOfBytes(bytes) as RunHeader) // sealed by `write`
  }

  return {
    /** Null where a run is not there. */
    async read(id: RunId): Promise<Opened<StoredRun> | null> {
      const header = await headerOf(id)
      if (header === undefined) return null
      if (header.state === 'newer') return header
      const [{ record, parts }, tape, first] = await Promise.all([
        readRecord(id),
        readTape(id),
        readFirst(id),
      ])
      const slots = await slotsOf(id)
      for (const [rank, { place, slot }] of slots.entries()) {
        const opened = await readSlot(id, place, slot)
        if (opened.state === 'newer') return opened
        if (opened.state === 'damaged') continue
        const { step } = opened.value.checkpoint.network
        return {
          state: 'good',
          value: {
            ...opened.value,
            record: recordUpTo(record, step),
            tape: tape.filter((entry) => entry.step <= step),
            first,
            parts,
            isDamaged: header.state === 'good' ? step !== header.value.step : rank > 0,
          },
        }
      }
      if (header.state === 'damaged') return header
      // A run that came from a file may have had none.
      const isDamaged = slots.length > 0 || header.value.canContinue
      const value = { about: aboutOf(header.value), checkpoint: null, record, tape, first, parts, isDamaged }
      return { state: 'good', value }
    },

    /** Headers that cannot be read are `null`; runs of a newer program are left out. */
    async headers(): Promise<ReadonlyMap<RunId, RunHeader | null>> {
      const reading = database.transaction(['headers', 'names'])
      const [ids, stored, named, names] = await Promise.all([
        reading.objectStore('headers').getAllKeys(),
        reading.objectStore('headers').getAll(),
        reading.objectStore('names').getAllKeys(),
        reading.objectStore('names').getAll(),
      ])
      const nameOf = new Map(named.map((id, place) => [id, names[place] ?? null]))
      const headers = new Map<RunId, RunHeader | null>()
      for (const [place, id] of ids.entries()) {
        const header = unseal(stored[place], (bytes) => plainOfBytes(bytes) as RunHeader) // sealed by `write`
        if (header.state === 'newer') continue
        headers.set(id, header.state === 'good' ? { ...header.value, name: nameOf.get(id) ?? null } : null)
      }
      return headers
    },

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
      // Where the run went back, checkpoints of later steps do not count.
      const fallback = slotsBefore.find(({ slot }) => numberOf(slot, 'step') <= header.step)
      const turn = numberOf(slotsBefore[0]?.slot, 'turn') + 1
      const next = checkpoint && slotOf({ about: aboutOf(header), checkpoint }, turn)
      if (next) await files?.write(id, place, next.words)
      const isWhole = before === null
      const sealed = parts.map((part) => seal(bytesOfPlain(part)))
      const stored = {
        parts: (before?.parts ?? 0) + parts.length,
        bytes: (before?.bytes ?? 0) + bytesOf(sealed),
      }
      const isTwice = fallback !== undefined && next !== null
      const words = next?.slot.lengths.reduce((sum, length) => sum + 4 * length, 0) ?? 0
      const fileBytes = tapeBytes + stored.bytes + words
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
        const last = isWhole ? undefined : await record.openKeyCursor(ofRun(id), 'prev')
        const from = last ? last.key[1] + 1 : 0
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
        for (const step of tape.removed) wishes.push(entries.delete([id, step]))
        for (const { step, bytes } of tape.put) wishes.push(entries.put(seal(bytes), [id, step]))
        if (first) wishes.push(transaction.objectStore('firsts').put(seal(bytesOfPlain(first)), id))
        wishes.push(headers.put(sealedHeader(named), id))
        await Promise.all([...wishes, transaction.done])
        return { header: named, parts: stored }
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
const bytesOf = (stored: readonly Sealed[]) =>
  stored.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
const numberOf = (slot: unknown, key: 'step' | 'turn') =>
  isObject(slot) && Number.isSafeInteger(slot[key]) ? Number(slot[key]) : 0

export const aboutOf = ({ id, startedMs, settings, origin, means, data }: About): About => ({
  id,
  startedMs,
  settings,
  origin,
  means,
  data,
})

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
