import { beforeAll, describe, expect, test, vi } from 'vitest'
import { checkpointAt, device, messageAt, smallSizes, visit } from '../../../tests/fixtures/keeperDesk.ts'
import { below, createRandom, derive, type Random } from '../../math/random.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { KeptRun } from '../../protocol/keep.ts'
import { type Database, openDatabase, storeNames } from './database.ts'
import { Refusal } from './parts.ts'
import { openSlot, slotOf } from './slot.ts'

const about = { ...messageAt(10), id: 'a' }
const mutations = 2000
vi.setConfig({ testTimeout: 30_000 })

/** A copy of anything that can be stored with one thing about it changed. */
function mutated(value: unknown, random: Random): unknown {
  const junk = [null, 0, -1, 'x', Number.NaN, 1e9, [], {}, new Uint8Array(3), 2 ** 40]
  if (ArrayBuffer.isView(value)) {
    const array = value as Uint8Array | Float32Array // all that is stored
    const bytes = new Uint8Array(array.slice().buffer)
    const what = below(4, random)
    if (what === 0 || bytes.length === 0) return junk[below(junk.length, random)]
    if (what === 1) return new (array.constructor as typeof Uint8Array)(below(array.length, random))
    for (let flips = 0; flips <= below(4, random); flips++) {
      bytes[below(bytes.length, random)]! ^= 1 << below(8, random)
    }
    return new (array.constructor as typeof Uint8Array)(bytes.buffer)
  }
  if (Array.isArray(value)) {
    const place = below(value.length + 1, random)
    if (place === value.length) return value.slice(0, below(value.length, random))
    return value.map((entry, at) => (at === place ? mutated(entry, random) : entry))
  }
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    const key = keys[below(keys.length, random)]!
    const entry = (value as Record<string, unknown>)[key]
    if (below(6, random) === 0)
      return Object.fromEntries(Object.entries(value).filter(([one]) => one !== key))
    return { ...value, [key]: mutated(entry, random) }
  }
  if (typeof value === 'number' && below(2, random) === 0) return value ^ (1 << below(31, random))
  return junk[below(junk.length, random)]
}

test('a stored checkpoint that was changed is the one that was stored, or none', () => {
  const checkpoint = checkpointAt(30)
  const random = createRandom(derive(1, 'damage'))
  const { slot, words } = slotOf({ about, checkpoint }, 3)
  const found = { good: 0, damaged: 0, newer: 0 }
  for (let round = 0; round < mutations; round++) {
    const isSlot = below(2, random) === 0
    const stored = isSlot ? mutated(slot, random) : slot
    const read = isSlot ? words : (mutated(words, random) as Float32Array[])
    const opened = openSlot(stored, Array.isArray(read) ? read : [], smallSizes)
    found[opened.state]++
    if (opened.state === 'good') expect(opened.value.checkpoint).toEqual(checkpoint)
  }
  // Now and then a change changes nothing, or makes a format that may come one day.
  expect(found.damaged).toBeGreaterThan(0.9 * mutations)
})

describe('of a run in storage', () => {
  const on = device({ files: false })
  let database: Database

  beforeAll(async () => {
    const desk = visit(on)
    await desk.library.start()
    for (const step of [10, 20, 30]) {
      desk.tapes.put('a', { step: step - 5, bytes: Uint8Array.of(step, 1, 2, 3) })
      await desk.library.keep(messageAt(step, { from: step - 10 }))
    }
    database = await openDatabase(() => {})
  })

  test('anything may be changed: what is taken is a checkpoint that was stored, and nothing hangs or crashes', async () => {
    const random = createRandom(derive(2, 'damage'))
    const desk = visit(on)
    const good = [checkpointAt(30), checkpointAt(20)]
    const outcomes = new Map<string, number>()
    const stored = await everything(database)
    for (let round = 0; round < mutations / 4; round++) {
      const { store, key, value } = stored[below(stored.length, random)]!
      await putRaw(database, store, key, mutated(value, random))
      const outcome = await takenFrom(desk)
      if (outcome.checkpoint) expect(good).toContainEqual(outcome.checkpoint)
      outcomes.set(outcome.name, (outcomes.get(outcome.name) ?? 0) + 1)
      await desk.library.list()
      await putRaw(database, store, key, value)
    }
    expect([...outcomes.keys()].sort()).toEqual(['20 because of damage', '30', 'newer-version'])
    expect(outcomes.get('30')).toBeGreaterThan(mutations / 8)
    expect(outcomes.get('newer-version') ?? 0).toBeLessThan(0.02 * mutations)
    // Reading changed nothing.
    expect(await everything(database)).toEqual(stored)
  }, 120_000)

  test('a damaged part of the record or of the tape loses only itself', async () => {
    const part = (await everything(database)).find(
      ({ store, key }) => store === 'parts' && String(key) === 'a,1',
    )!
    const entry = (await everything(database)).find(
      ({ store, key }) => store === 'tape' && String(key) === 'a,15',
    )!
    for (const { store, key, value } of [part, entry]) {
      const { bytes } = value as { bytes: Uint8Array }
      await putRaw(database, store, key, { ...(value as object), bytes: bytes.map((byte) => byte ^ 1) })
    }
    const taken = await visit(on).library.take('a')
    expect(taken.checkpoint).toEqual(checkpointAt(30))
    const steps = taken.record.history.map(({ step }) => step)
    expect([steps.at(0), steps.includes(15), steps.at(-1), steps.length]).toEqual([1, false, 30, 20])
    expect(taken.tape.steps).toEqual([5, 25])
    for (const { store, key, value } of [part, entry]) await putRaw(database, store, key, value)
  })

  test('a damaged header is made anew from the rest', async () => {
    const header = (await everything(database)).find(({ store }) => store === 'headers')!
    await putRaw(database, 'headers', 'a', 7)
    const [listed] = await visit(on).library.list()
    expect(listed).toMatchObject({ id: 'a', step: 30, settings: { seed: 1 }, canContinue: true })
    expect(listed?.curve.at(-1)?.step).toBe(30)
    await putRaw(database, 'headers', 'a', header.value)
  })

  test('with both checkpoints damaged it can still be looked at', async () => {
    const slots = (await everything(database)).filter(({ store }) => store === 'slots')
    for (const { store, key } of slots) await putRaw(database, store, key, 'gone')
    const taken = await visit(on).library.take('a')
    expect(taken.problem).toEqual({ code: 'checkpoint-damaged', step: null })
    expect(taken.checkpoint).toBeNull()
    expect(taken.record.history).toHaveLength(30)
    for (const { store, key, value } of slots) await putRaw(database, store, key, value)
  })

  test('after damage the run goes on from the one before, and that one stays until the next is there', async () => {
    const slots = (await everything(database)).filter(({ store }) => store === 'slots')
    const newest = slots.find(({ value }) => (value as { step: number }).step === 30)!
    await putRaw(database, 'slots', newest.key, { ...(newest.value as object), sum: '' })
    const desk = visit(on)
    const taken = await desk.library.take('a')
    expect(taken.problem).toEqual({ code: 'checkpoint-damaged', step: 20 })
    expect(taken.header.step).toBe(20)
    expect(taken.record.history.at(-1)?.step).toBe(20)
    expect(taken.tape.steps).toEqual([5, 15])
    await desk.library.keep(messageAt(25, { from: 20 }))
    expect((await desk.library.take('a')).checkpoint).toEqual(checkpointAt(25))
    const after = await visit(on).library.take('a')
    expect(after.checkpoint).toEqual(checkpointAt(25))
    expect(after.record.history).toHaveLength(25)
    const steps = (await database.getAll('slots')).map(({ step }) => step)
    expect(steps.sort()).toEqual([20, 25])
  })
})

test('a damaged checkpoint is not the one that stays beside the next, also where the run has gone beyond its step', async () => {
  const on = device()
  const desk = visit(on)
  for (const step of [10, 20, 30]) {
    desk.tapes.put('a', { step: step - 5, bytes: Uint8Array.of(step) })
    await desk.library.keep(messageAt(step, { from: step - 10 || -1 }))
  }
  const database = await openDatabase(() => {})
  const [newest] = (await everything(database)).filter(
    ({ store, value }) => store === 'slots' && (value as { step: number }).step === 30,
  )
  await putRaw(database, 'slots', newest!.key, { ...(newest!.value as object), sum: '' })
  await visit(on).library.keep(messageAt(40, { from: 20 }))
  const steps = (await database.getAll('slots')).map(({ step }) => step)
  expect(steps.sort()).toEqual([20, 40])
  // The network of step 25 was that of another way from step 20 to step 40.
  expect((await visit(on).library.take('a')).tape.steps).toEqual([5, 15])
})

test('the weights of a file that a run began with are taken from its tape where they are damaged', async () => {
  const on = device()
  const origin = { kind: 'weights', fileName: 'a.npz' } as const
  const first = checkpointAt(0).network.parameters
  const desk = visit(on)
  desk.tapes.put('a', { step: 0, bytes: Uint8Array.of(0) })
  await desk.library.keep({ ...messageAt(10), origin, first })
  const taken = async (onTape: typeof first | null) => {
    const desk = visit(on)
    desk.tapes.snapshot = async (_id, step) =>
      onTape && step === 0 ? { step, seed: 1, parameters: onTape, batch: null } : null
    return (await desk.library.take('a')).first
  }
  const other = checkpointAt(1).network.parameters
  expect(await taken(other)).toEqual(first)
  const database = await openDatabase(() => {})
  const stored = (await everything(database)).find(({ store }) => store === 'firsts')!
  const { bytes } = stored.value as { bytes: Uint8Array }
  await putRaw(database, 'firsts', 'a', { ...(stored.value as object), bytes: bytes.map((byte) => byte ^ 1) })
  expect(await taken(other)).toEqual(other)
  expect(await taken(null)).toBeNull()
})

describe('what a newer program stored', () => {
  test('in the database is left alone, and the run is held in memory', async () => {
    const on = device()
    globalThis.indexedDB = on.indexedDB
    await new Promise((resolve) => {
      const opening = on.indexedDB.open('faltwerk', 2)
      opening.onupgradeneeded = () => opening.result.createObjectStore('new')
      opening.onsuccess = () => resolve(opening.result.close())
    })
    const desk = visit(on)
    await desk.library.start()
    expect(desk.problems).toEqual([{ code: 'newer-version' }])
    expect(await desk.library.keep(messageAt(10))).toBeNull()
    expect((await desk.library.take('a')).checkpoint).toEqual(checkpointAt(10))
    expect(await on.indexedDB.databases()).toEqual([{ name: 'faltwerk', version: 2 }])
  })

  test('of one run is neither listed nor overwritten nor removed for others', async () => {
    const on = device()
    const desk = visit(on)
    await desk.library.keep(messageAt(10, { id: 'new' }))
    const database = await openDatabase(() => {})
    for (const { store, key, value } of await everything(database)) {
      if (store !== 'names') await putRaw(database, store, key, { ...(value as object), format: 2 })
    }
    const before = await everything(database)
    const next = visit(on)
    expect(await next.library.list()).toEqual([])
    await expect(next.library.take('new')).rejects.toMatchObject({ problem: { code: 'newer-version' } })
    expect(await next.library.keep(messageAt(20, { id: 'new', from: 10 }))).toBeNull()
    expect(next.problems.at(-1)).toEqual({ code: 'newer-version' })
    next.clock.nowMs += 1e6
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await next.library.keep(messageAt(10, { id }))
    expect((await everything(database)).filter(({ key }) => String(key).startsWith('new'))).toEqual(before)
  })
})

type Raw = { readonly store: (typeof storeNames)[number]; readonly key: IDBValidKey; readonly value: unknown }

async function everything(database: Database): Promise<readonly Raw[]> {
  const found: Raw[] = []
  for (const store of storeNames) {
    const keys = await database.getAllKeys(store)
    const values = await database.getAll(store)
    keys.forEach((key, place) => {
      found.push({ store, key, value: values[place] })
    })
  }
  return found
}

/** Whatever it is: the types say what a keeper stores. */
const putRaw = (database: Database, store: Raw['store'], key: IDBValidKey, value: unknown) =>
  database.put(store, value as never, key as never)

async function takenFrom(
  desk: ReturnType<typeof visit>,
): Promise<{ readonly name: string; readonly checkpoint: Checkpoint | null }> {
  try {
    const { checkpoint, problem }: Pick<KeptRun, 'checkpoint'> & { problem: unknown } =
      await desk.library.take('a')
    return { name: `${checkpoint?.network.step}${problem ? ' because of damage' : ''}`, checkpoint }
  } catch (error) {
    if (error instanceof Refusal) return { name: error.problem.code, checkpoint: null }
    throw error
  }
}
