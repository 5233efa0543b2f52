import { describe, expect, test, vi } from 'vitest'
import { fakeLocks } from '../../../tests/fixtures/fakeLocks.ts'
import { checkpointAt, device, messageAt, visit } from '../../../tests/fixtures/keeperDesk.ts'

const steps = (record: { readonly history: readonly { step: number }[] }) =>
  record.history.map(({ step }) => step)
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1)

describe('in two tabs', () => {
  test('one keeps its run, the other says so and takes over when the first is closed', async () => {
    const browser = fakeLocks()
    const [one, other] = [browser.tab(), browser.tab()]
    const shared = device()
    const first = visit({ ...shared, locks: one.locks })
    const second = visit({ ...shared, locks: other.locks })
    await first.library.start()
    await second.library.start()
    expect([first.problems, second.problems]).toEqual([[null], [null]])
    expect(await first.library.keep(messageAt(10, { id: 'a', from: -1 }))).not.toBeNull()
    for (const step of [10, 20, 30]) {
      expect(await second.library.keep(messageAt(step, { id: 'b', from: step - 10 || -1 }))).toBeNull()
    }
    expect(second.problems.at(-1)).toEqual({ code: 'other-tab' })
    // The library can be read in both.
    expect((await second.library.take('a')).checkpoint).toEqual(checkpointAt(10))
    expect((await visit(shared).library.list()).map(({ id }) => id)).toEqual(['a'])

    one.close()
    await vi.waitFor(() => expect(second.kept).toEqual([30]))
    expect(second.problems.at(-1)).toBeNull()
    const taken = await visit(shared).library.take('b')
    expect(taken.checkpoint).toEqual(checkpointAt(30))
    expect(steps(taken.record)).toEqual(upTo(30))
  })

  test('a tab that goes on with the run of the other does not set it back', async () => {
    const browser = fakeLocks()
    const [one, other] = [browser.tab(), browser.tab()]
    const shared = device()
    const first = visit({ ...shared, locks: one.locks })
    await first.library.start()
    await first.library.keep(messageAt(10, { from: -1 }))
    const second = visit({ ...shared, locks: other.locks })
    await second.library.take('a')
    await first.library.keep(messageAt(50, { from: 10 }))
    await second.library.keep(messageAt(20, { from: 10 }))
    one.close()
    await vi.waitFor(() => expect(second.problems.at(-1)).toBeNull())
    expect(await second.library.keep(messageAt(30, { from: 20 }))).toBeNull()
    expect((await visit(shared).library.take('a')).checkpoint).toEqual(checkpointAt(50))
    expect(await second.library.keep(messageAt(60, { from: 30 }))).not.toBeNull()
    const taken = await visit(shared).library.take('a')
    expect(taken.checkpoint).toEqual(checkpointAt(60))
    expect(steps(taken.record)).toEqual(upTo(60))
  })
})

test('without storage the run stays in memory and says why it is not kept', async () => {
  const on = device()
  on.indexedDB = {
    open: () => {
      throw new DOMException('private window', 'SecurityError')
    },
  } as never
  const desk = visit(on)
  await desk.library.start()
  expect(desk.problems).toEqual([{ code: 'no-storage', reason: 'private window' }])
  desk.tapes.put('a', { step: 3, bytes: Uint8Array.of(1) })
  for (const step of [10, 20])
    expect(await desk.library.keep(messageAt(step, { from: step - 10 || -1 }))).toBeNull()
  const taken = await desk.library.take('a')
  expect(taken.checkpoint).toEqual(checkpointAt(20))
  expect(steps(taken.record)).toEqual(upTo(20))
  expect(taken.tape.steps).toEqual([3])
  expect((await desk.library.list()).map(({ id }) => id)).toEqual(['a'])
  // The run before stays when the next one begins, and so does one out of a file.
  await desk.library.keep(messageAt(10, { id: 'b', from: -1 }))
  const added = await desk.library.add(await desk.library.whole('a'), 'lecture.faltwerk')
  expect((await desk.library.take(added)).header).toMatchObject({ id: added, name: 'lecture', step: 20 })
  expect((await desk.library.list()).map(({ id }) => id)).toEqual([added, 'b', 'a'])
})

test('without storage one can go back to the run before, and its record is whole', async () => {
  const on = device()
  on.indexedDB = {
    open: () => {
      throw new DOMException('private window', 'SecurityError')
    },
  } as never
  const desk = visit(on)
  for (const step of [10, 20]) await desk.library.keep(messageAt(step, { from: step - 10 || -1 }))
  await desk.library.keep(messageAt(10, { id: 'b', from: -1 }))
  await desk.library.take('a')
  await desk.library.keep(messageAt(30, { from: 20 }))
  const taken = await desk.library.take('a')
  expect(taken.checkpoint).toEqual(checkpointAt(30))
  expect(steps(taken.record)).toEqual(upTo(30))
  expect((await desk.library.list()).map(({ id }) => id)).toEqual(['a', 'b'])
})
