/** Reads runs out of storage. What is there is believed when its checksum agrees, and damage costs as little as it can. */
import { type ParameterValues, parameterNames } from '../../network/spec.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { KeptRecord, RunHeader, RunId } from '../../protocol/keep.ts'
import { plainOfBytes } from '../../runFile/plainBytes.ts'
import { type Database, ofRun, type StoredSlot } from './database.ts'
import type { TapeEntry } from './parts.ts'
import { emptyRecord, type RecordPart, recordUpTo, withPart } from './record.ts'
import { isObject, type Opened, type Sealed, unseal } from './sealed.ts'
import { type About, isSlot, openSlot, type Sizes } from './slot.ts'
import { type Place, places, type WordFiles } from './wordFiles.ts'

/** What counts of a run in storage: parts of its record, and the step of its checkpoint. */
export type Stock = { readonly parts: number; readonly bytes: number; readonly step: number }

export type StoredRun = {
  readonly about: About
  /** Null where none can be read any more. */
  readonly checkpoint: Checkpoint | null
  /** Up to the step of the checkpoint. */
  readonly record: KeptRecord
  readonly tape: readonly TapeEntry[]
  readonly first: ParameterValues | null
  readonly stock: Stock
  /** The newest checkpoint could not be read; this is the one before, or none. */
  readonly isDamaged: boolean
}

export function createRunReader(database: Database, files: WordFiles | null, sizes: Sizes) {
  /** The newest first. */
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
  async function readRecord(id: RunId): Promise<{ record: KeptRecord; stock: Omit<Stock, 'step'> }> {
    const stored = await database.getAll('parts', ofRun(id))
    const record = stored.reduce<KeptRecord>((record, one) => {
      const part = unseal(one, (bytes) => plainOfBytes(bytes) as RecordPart) // sealed by `write`
      return part.state === 'good' ? withPart(record, part.value) : record
    }, emptyRecord)
    return { record, stock: { parts: stored.length, bytes: bytesOf(stored) } }
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
    slotsOf,
    headerOf,
    /** Null where a run is not there. */
    async read(id: RunId): Promise<Opened<StoredRun> | null> {
      const header = await headerOf(id)
      if (header === undefined) return null
      if (header.state === 'newer') return header
      const [{ record, stock }, tape, first] = await Promise.all([
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
            stock: { ...stock, step },
            isDamaged: header.state === 'good' ? step !== header.value.step : rank > 0,
          },
        }
      }
      if (header.state === 'damaged') return header
      // A run that came from a file may have had none.
      const isDamaged = slots.length > 0 || header.value.canContinue
      const about = aboutOf(header.value)
      const value = { about, checkpoint: null, record, tape, first, stock: { ...stock, step: 0 }, isDamaged }
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
  }
}

export const bytesOf = (stored: readonly Sealed[]) =>
  stored.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
export const numberOf = (slot: unknown, key: 'step' | 'turn') =>
  isObject(slot) && Number.isSafeInteger(slot[key]) ? Number(slot[key]) : 0

export const aboutOf = ({ id, startedMs, settings, origin, means, data }: About): About => ({
  id,
  startedMs,
  settings,
  origin,
  means,
  data,
})
