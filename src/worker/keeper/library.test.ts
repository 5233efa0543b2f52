import { describe, expect, test, vi } from 'vitest'
import { checkpointAt, device, messageAt, recordOf, visit } from '../../../tests/fixtures/keeperDesk.ts'
import type { RunId } from '../../protocol/keep.ts'
import { bytesOfPlain } from '../../runFile/plainBytes.ts'

const steps = (record: { readonly history: readonly { step: number }[] }) =>
  record.history.map(({ step }) => step)
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1)

/** The run `a` after checkpoints at these steps, in one visit. */
async function keptRun(on: ReturnType<typeof device>, at: readonly number[], id: RunId = 'a') {
  const desk = visit(on)
  await desk.library.start()
  let from = -1
  for (const step of at) {
    expect(await desk.library.keep(messageAt(step, { id, from }))).toBe(0)
    from = step
  }
  return desk
}

describe.each(['files', 'database'] as const)('with numbers in %s', (where) => {
  const fresh = () => device({ files: where === 'files' })

  test('a run is there at the next visit to the last bit, with all that was written down', async () => {
    const on = fresh()
    const first = visit(on)
    await first.library.start()
    first.tapes.put('a', { step: 0, bytes: Uint8Array.of(1, 2, 3) })
    await first.library.keep(messageAt(50, { from: -1 }))
    first.tapes.put('a', { step: 70, bytes: Uint8Array.of(4) })
    await first.library.keep(messageAt(110, { from: 50 }))
    expect(first.problems).toEqual([null])
    expect(first.kept).toEqual([50, 110])

    const second = visit(on)
    expect((await second.library.list()).map(({ id, step }) => [id, step])).toEqual([['a', 110]])
    const taken = await second.library.take('a')
    expect(taken.problem).toBeNull()
    expect(taken.checkpoint).toEqual(checkpointAt(110))
    expect(Buffer.compare(bytesOfPlain(taken.record), bytesOfPlain(recordOf(-1, 110)))).toBe(0)
    expect(taken.tape.steps).toEqual([0, 70])
    expect(second.tapes.entries('a')[1]).toEqual({ step: 70, bytes: Uint8Array.of(4) })
  })

  test('two checkpoints are stored, the newest and the one before', async () => {
    const on = fresh()
    await keptRun(on, [10, 20, 30, 40, 50])
    const { store } = await openedStore(on)
    expect(await store.slotSteps('a')).toEqual([50, 40])
  })

  test('a crash at any moment of a write leaves what was there before whole', async () => {
    let crashes = 0
    for (let writes = 0; ; writes++) {
      const on = fresh()
      const desk = await keptRun(on, [10, 20])
      desk.tapes.put('a', { step: 25, bytes: Uint8Array.of(9) })
      const isThrough = await crashingAt(
        writes,
        async () => (await desk.library.keep(messageAt(30, { from: 20 }))) !== null,
      )
      const after = await visit(on).library.take('a')
      if (isThrough) {
        expect(after.checkpoint).toEqual(checkpointAt(30))
        break
      }
      crashes++
      expect(after.problem).toBeNull()
      expect(after.checkpoint).toEqual(checkpointAt(20))
      expect(steps(after.record)).toEqual(upTo(20))
      expect(after.tape.steps).toEqual([])
      // The same keeper tries again later, and then all of it is there.
      desk.clock.nowMs += 1e6
      expect(await desk.library.keep(messageAt(40, { from: 30 }))).not.toBeNull()
      const later = await visit(on).library.take('a')
      expect(later.checkpoint).toEqual(checkpointAt(40))
      expect(steps(later.record)).toEqual(upTo(40))
      expect(later.tape.steps).toEqual([25])
    }
    // Slot, numbers or file, record, tape, header.
    expect(crashes).toBeGreaterThanOrEqual(4)
  })
})

test('a file that breaks off in the middle of writing is never one that a checkpoint speaks of', async () => {
  const on = device()
  const desk = await keptRun(on, [10, 20])
  const write = on.files!.write
  on.files!.write = async (id, place, words) => {
    await write(
      id,
      place,
      words.map((array) => array.map(() => 7)),
    )
    throw new Error('power off')
  }
  expect(await desk.library.keep(messageAt(30, { from: 20 }))).toBeNull()
  const { store } = await openedStore(on)
  expect(await store.slotSteps('a')).toEqual([20, 10])
  expect((await visit(on).library.take('a')).checkpoint).toEqual(checkpointAt(20))
})

test('a run without a step is not kept', async () => {
  const desk = visit(device())
  await desk.library.start()
  expect(await desk.library.keep(messageAt(0))).toBeNull()
  expect(await desk.library.list()).toEqual([])
  expect((await desk.library.take('a')).checkpoint).toEqual(checkpointAt(0))
})

describe('a run that goes on', () => {
  test('at the next visit has one record without gap or doubles', async () => {
    const on = device()
    await keptRun(on, [10, 20])
    const second = visit(on)
    await second.library.start()
    await second.library.take('a')
    await second.library.keep(messageAt(30, { from: 20 }))
    expect(steps((await visit(on).library.take('a')).record)).toEqual(upTo(30))
  })

  test('from an earlier step replaces what was written down after it', async () => {
    const on = device()
    const desk = await keptRun(on, [10, 20, 30])
    await desk.library.backTo('a', 20)
    expect(steps((await desk.library.take('a')).record)).toEqual(upTo(20))
    await desk.library.keep(messageAt(25, { from: 20 }))
    const taken = await visit(on).library.take('a')
    expect(taken.checkpoint).toEqual(checkpointAt(25))
    expect(steps(taken.record)).toEqual(upTo(25))
    // The checkpoint of step 30 does not count any more.
    const { store } = await openedStore(on)
    expect(await store.slotSteps('a')).toEqual([25, 20])
  })

  test('for many checkpoints is stored in few parts', async () => {
    const on = device()
    await keptRun(
      on,
      upTo(100).map((step) => step),
    )
    const { store } = await openedStore(on)
    expect(await store.countParts('a')).toBeLessThan(70)
    expect(steps((await visit(on).library.take('a')).record)).toEqual(upTo(100))
  })
})

describe('of runs without a name', () => {
  test('the last five stay; named ones always do', async () => {
    const on = device()
    const desk = visit(on)
    await desk.library.start()
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      await desk.library.keep(messageAt(10, { id, from: -1 }))
      if (id === 'b') await desk.library.rename('b', 'Best')
    }
    const there = (await desk.library.list()).map(({ id }) => id)
    expect(there).toEqual(['g', 'f', 'e', 'd', 'c', 'b'])
    expect((await visit(on).library.list()).find(({ id }) => id === 'b')?.name).toBe('Best')
    // Nothing is left of the others.
    expect([...on.files!.contents.keys()].filter((key) => key.startsWith('a'))).toEqual([])
    await expect(desk.library.take('a')).rejects.toMatchObject({ problem: { code: 'not-there' } })
  })

  test('the oldest make room when storage is full, and then the run says so and goes on', async () => {
    const on = device()
    const desk = visit(on)
    await desk.library.start()
    for (const id of ['a', 'b', 'c']) await desk.library.keep(messageAt(10, { id, from: -1 }))
    await desk.library.rename('b', 'Best')
    const one = on.files!.contents.get('a.0')!.reduce((sum, { byteLength }) => sum + byteLength, 0)
    on.room = 3 * one
    // A new run takes the room of `a`.
    expect(await desk.library.keep(messageAt(10, { id: 'd', from: -1 }))).not.toBeNull()
    expect((await desk.library.list()).map(({ id }) => id)).toEqual(['d', 'c', 'b'])
    // Its second checkpoint takes that of `c`; for its third there is room in the file that is free.
    expect(await desk.library.keep(messageAt(20, { id: 'd', from: 10 }))).not.toBeNull()
    expect((await desk.library.list()).map(({ id }) => id)).toEqual(['d', 'b'])
    expect(desk.problems).toEqual([null])
    expect(await desk.library.keep(messageAt(30, { id: 'd', from: 20 }))).toBeNull()
    expect(desk.problems.at(-1)).toEqual({ code: 'storage-full', usedBytes: 5, quotaBytes: 3 * one })
    const kept = await visit(on).library.take('d')
    expect(kept.checkpoint).toEqual(checkpointAt(20))
    expect((await desk.library.take('d')).checkpoint).toEqual(checkpointAt(30))

    // A named run never goes by itself; when the visitor removes it there is room again.
    await desk.library.remove('b')
    expect(await desk.library.keep(messageAt(40, { id: 'd', from: 30 }))).not.toBeNull()
    expect(desk.problems.at(-1)).toBeNull()
    expect(steps((await visit(on).library.take('d')).record)).toEqual(upTo(40))
  })

  test('full storage is not tried at each checkpoint, but again after a while', async () => {
    const on = device()
    const desk = await keptRun(on, [10])
    on.room = 0
    const tried = vi.spyOn(on.files!, 'write')
    for (const step of [20, 30, 40]) await desk.library.keep(messageAt(step, { from: step - 10 }))
    expect(tried).toHaveBeenCalledTimes(1)
    on.room = Number.POSITIVE_INFINITY
    desk.clock.nowMs += 20_000
    expect(await desk.library.keep(messageAt(50, { from: 40 }))).not.toBeNull()
    expect(steps((await visit(on).library.take('a')).record)).toEqual(upTo(50))
  })
})

test('a run that has come to its end is kept as soon as there is room', async () => {
  const on = device()
  const desk = visit(on)
  on.room = 0
  expect(await desk.library.keep(messageAt(10, { from: -1 }))).toBeNull()
  expect(desk.later.at(-1)?.ms).toBe(15_000)
  on.room = Number.POSITIVE_INFINITY
  desk.clock.nowMs += 15_000
  desk.later.at(-1)?.work()
  await vi.waitFor(() => expect(desk.kept).toEqual([10]))
  expect(desk.problems.at(-1)).toBeNull()
})

test('storage removed while the page is open is noticed, and the run is written anew, all of it', async () => {
  const on = device()
  const desk = await keptRun(on, [10, 20])
  desk.tapes.put('a', { step: 5, bytes: Uint8Array.of(5) })
  await desk.library.keep(messageAt(30, { from: 20 }))
  await new Promise((resolve) => {
    on.indexedDB.deleteDatabase('faltwerk').onsuccess = resolve
  })
  on.files!.contents.clear()
  expect(await desk.library.keep(messageAt(40, { from: 30 }))).not.toBeNull()
  expect(desk.problems.at(-1)).toEqual({ code: 'storage-cleared' })
  const taken = await visit(on).library.take('a')
  expect(taken.checkpoint).toEqual(checkpointAt(40))
  expect(steps(taken.record)).toEqual(upTo(40))
  expect(taken.tape.steps).toEqual([5])
  desk.clock.nowMs += 100_000
  await desk.library.keep(messageAt(50, { from: 40 }))
  expect(desk.problems.at(-1)).toBeNull()
})

test('a checkpoint of steps that do not count any more stays beside none', async () => {
  const on = device()
  const desk = visit(on)
  for (const step of [10, 20, 30]) await desk.library.keep(messageAt(step, { from: step - 10 || -1 }))
  await desk.library.backTo('a', 20)
  await desk.library.keep(messageAt(40, { from: 20 }))
  const { store } = await openedStore(on)
  expect(await store.slotSteps('a')).toEqual([40, 20])
})

test('a run out of a file is a run of this device, under an id of its own', async () => {
  const on = device()
  const desk = await keptRun(on, [10, 20])
  const added = await desk.library.add(await desk.library.whole('a'), 'a.faltwerk')
  const taken = await visit(on).library.take(added)
  expect(taken.checkpoint).toEqual(checkpointAt(20))
  expect(steps(taken.record)).toEqual(upTo(20))
})

async function openedStore(on: ReturnType<typeof device>) {
  globalThis.indexedDB = on.indexedDB
  const { openDatabase, ofRun } = await import('./database.ts')
  const database = await openDatabase(() => {})
  const store = {
    async slotSteps(id: RunId) {
      const slots = await database.getAll('slots', ofRun(id))
      return slots.sort((left, right) => right.turn - left.turn).map(({ step }) => step)
    },
    countParts: (id: RunId) => database.count('parts', ofRun(id)),
  }
  return { store, database }
}

/** Whether `work` came through though its n-th write to the database, and all after it, fail. */
async function crashingAt<Result>(writes: number, work: () => Promise<Result>): Promise<Result> {
  const { put } = IDBObjectStore.prototype
  let done = 0
  IDBObjectStore.prototype.put = function (...parameters) {
    if (done++ < writes) return put.apply(this, parameters)
    throw new DOMException('crash', 'UnknownError')
  }
  try {
    return await work()
  } finally {
    IDBObjectStore.prototype.put = put
  }
}
