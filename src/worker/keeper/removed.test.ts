import { describe, expect, test, vi } from 'vitest'
import { fakeLocks } from '../../../tests/fixtures/fakeLocks.ts'
import { checkpointAt, device, messageAt, toolsOn, visit } from '../../../tests/fixtures/keeperDesk.ts'
import { createLibrary } from './library.ts'
import { createTapes } from './tapes.ts'

const ids = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id)
const steps = (record: { readonly history: readonly { readonly step: number }[] }) =>
  record.history.map(({ step }) => step)
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1)

describe('a run that is removed', () => {
  test('is gone although it was the last one that learned, and stays gone when another begins', async () => {
    const on = device()
    const desk = visit(on)
    await desk.library.start()
    await desk.library.keep(messageAt(10, { from: -1 }))
    await desk.library.remove('a')
    expect(await desk.library.list()).toEqual([])
    expect(desk.runs()).toEqual([])
    await expect(desk.library.take('a')).rejects.toMatchObject({ problem: { code: 'not-there' } })
    await desk.library.keep(messageAt(10, { id: 'b', from: -1 }))
    expect(ids(await desk.library.list())).toEqual(['b'])
    expect(ids(await visit(on).library.list())).toEqual(['b'])
  })

  test('comes back whole if it learns on', async () => {
    const on = device()
    const desk = visit(on)
    await desk.library.start()
    await desk.library.keep(messageAt(10, { from: -1 }))
    await desk.library.remove('a')
    expect(await desk.library.keep(messageAt(20, { from: 10 }))).not.toBeNull()
    expect(ids(await desk.library.list())).toEqual(['a'])
    expect(steps((await visit(on).library.take('a')).record)).toEqual(upTo(20))
  })

  test('is not written again when storage that was full has room', async () => {
    const on = device()
    on.room = 0
    const desk = visit(on)
    await desk.library.start()
    await desk.library.keep(messageAt(10, { from: -1 }))
    await desk.library.remove('a')
    on.room = Number.POSITIVE_INFINITY
    desk.clock.nowMs += 20_000
    for (const { work } of desk.later) work()
    await desk.library.rename('a', 'x').catch(() => {}) // waits its turn
    expect(desk.kept).toEqual([])
  })
})

describe('runs that were held in memory', () => {
  test('are stored, too, when the tab that wrote is closed', async () => {
    const browser = fakeLocks()
    const [one, other] = [browser.tab(), browser.tab()]
    const shared = device()
    const first = visit({ ...shared, locks: one.locks })
    await first.library.start()
    await first.library.keep(messageAt(10, { id: 'a', from: -1 }))
    const second = visit({ ...shared, locks: other.locks })
    await second.library.keep(messageAt(20, { id: 'b', from: -1 }))
    const added = await second.library.add(await second.library.whole('a'), 'lecture.faltwerk')
    await second.library.keep(messageAt(10, { id: 'c', from: -1 }))
    one.close()
    await vi.waitFor(async () =>
      expect(ids(await visit(shared).library.list()).toSorted()).toEqual(['a', 'b', 'c', added].toSorted()),
    )
    const later = visit(shared)
    expect((await later.library.take('b')).checkpoint).toEqual(checkpointAt(20))
    expect((await later.library.take(added)).header.name).toBe('lecture')
  })

  test('keep the name of their file when they learn on before they are stored', async () => {
    const browser = fakeLocks()
    const [one, other] = [browser.tab(), browser.tab()]
    const shared = device()
    const first = visit({ ...shared, locks: one.locks })
    await first.library.start()
    await first.library.keep(messageAt(10, { id: 'a', from: -1 }))
    const second = visit({ ...shared, locks: other.locks })
    const added = await second.library.add(await second.library.whole('a'), 'lecture.faltwerk')
    await second.library.keep(messageAt(20, { id: added, from: 10 }))
    one.close()
    await vi.waitFor(() => expect(second.kept).toEqual([20]))
    expect((await second.library.list()).find(({ id }) => id === added)?.name).toBe('lecture')
    expect((await visit(shared).library.take(added)).header.name).toBe('lecture')
  })
})

test('full storage makes no room for a file by removing the run that learns', async () => {
  const on = device()
  const desk = visit(on)
  await desk.library.start()
  await desk.library.keep(messageAt(10, { from: -1 }))
  on.room = on.files!.contents.get('a.0')!.reduce((sum, { byteLength }) => sum + byteLength, 0)
  await desk.library.add(await desk.library.whole('a'), 'lecture.faltwerk')
  expect(ids(await visit(on).library.list())).toEqual(['a'])
  expect(desk.problems.at(-1)?.code).toBe('storage-full')
})

test('the next attempt is made when its time has come, however the clock is rounded', async () => {
  const on = device()
  const desk = visit(on)
  on.room = 0
  await desk.library.keep(messageAt(10, { from: -1 }))
  on.room = Number.POSITIVE_INFINITY
  desk.clock.nowMs += 14_999.9
  desk.later.at(-1)?.work()
  await vi.waitFor(() => expect(desk.kept).toEqual([10]))
})

test('when the browser closes storage, its files are let go of at once: others take their names', async () => {
  const on = device()
  const desk = visit(on)
  await desk.library.keep(messageAt(10, { from: -1 }))
  const rest = vi.spyOn(on.files!, 'rest')
  await new Promise((resolve) => {
    on.indexedDB.deleteDatabase('faltwerk').onsuccess = resolve
  })
  expect(rest).toHaveBeenCalled()
})

test('where storage cannot be read any more, what is in memory is still listed', async () => {
  const on = device()
  const desk = visit(on)
  await desk.library.start()
  on.room = 0
  await desk.library.keep(messageAt(10, { from: -1 }))
  const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('broken', 'UnknownError')
  })
  expect(ids(await desk.library.list())).toEqual(['a'])
  getAll.mockRestore()
})

test('a run of a file whose beginning nobody knows any more can still be taken', async () => {
  const on = device()
  on.indexedDB = {
    open: () => {
      throw new DOMException('private window', 'SecurityError')
    },
  } as never
  let asked = 0
  const tapes = createTapes({
    changed() {},
    async fetch(id) {
      if (asked++ > 9) throw new Error('asked again and again')
      return (await library.open(id)) !== null
    },
  })
  const { tools } = toolsOn(on)
  const nobody = { keeping() {}, kept() {}, changed() {} }
  const library = createLibrary({ ...tools, ...nobody, tapes })
  await library.keep({ ...messageAt(10), origin: { kind: 'weights', fileName: 'a.npz' } })
  expect(await library.take('a')).toMatchObject({ checkpoint: checkpointAt(10), first: null })
  expect(asked).toBeLessThan(2)
})
