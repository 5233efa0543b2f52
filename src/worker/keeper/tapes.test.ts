import { expect, test, vi } from 'vitest'
import { differing, largestDistance, someSnapshot } from '../../../tests/fixtures/keptSteps.ts'
import type { RunOrigin } from '../../protocol/keep.ts'
import type { KeptStepAnswer } from '../../protocol/tape.ts'
import type { TapeEntry } from './parts.ts'
import { createTapes } from './tapes.ts'

vi.setConfig({ testTimeout: 30_000 })

const seedOrigin: RunOrigin = { kind: 'seed' }
const fileOrigin: RunOrigin = { kind: 'weights', fileName: 'net.npz' }

function keeper({
  budgetBytes = 60_000_000,
  fetch = async () => false,
}: {
  budgetBytes?: number
  fetch?: (id: string) => Promise<boolean>
} = {}) {
  const changed = vi.fn()
  const tapes = createTapes({ changed, fetch }, { budgetBytes })
  return {
    ...tapes,
    changed,
    keep(steps: readonly number[], { id = 'a', origin = seedOrigin } = {}) {
      for (const step of steps) tapes.add(id, someSnapshot(step), { seed: 3, origin })
    },
    steps: (id = 'a') => tapes.contents(id).steps,
  }
}

test('snapshots lie on the tape of their run, and the page hears of each', () => {
  const it = keeper()
  it.keep([0, 1, 2])
  it.keep([0], { id: 'b' })
  expect(it.steps('a')).toEqual([0, 1, 2])
  expect(it.steps('b')).toEqual([0])
  expect(it.changed.mock.calls.map(([id]) => id)).toEqual(['a', 'a', 'a', 'b'])
  expect(it.contents('nobody')).toMatchObject({ steps: [], bytes: 0, fc1Tolerance: 0 })
})

test('a kept network is the one that was given, fc1 within the tolerance that the tape states', async () => {
  const it = keeper()
  it.keep([0, 20])
  const kept = await it.snapshot('a', 20)
  const given = someSnapshot(20)
  expect(kept && differing(kept.parameters, given.parameters)).toEqual(['fc1/weights'])
  const distance = largestDistance(kept!.parameters['fc1/weights'], given.parameters['fc1/weights'])
  expect(distance).toBeLessThan(it.contents('a').fc1Tolerance + 1e-8)
  expect(kept).toMatchObject({ step: 20, seed: 3, batch: given.batch })
  expect(await it.snapshot('a', 21)).toBeNull()
})

test('a run that began with weights of a file is kept as differences to them', async () => {
  const it = keeper()
  it.keep([0, 20], { origin: fileOrigin })
  const [first, later] = it.entries('a')
  expect(first?.bytes.length).toBeGreaterThan(13_000_000)
  expect(later?.bytes.length).toBeLessThan(4_000_000)
  const kept = await it.snapshot('a', 20)
  expect(kept && differing(kept.parameters, someSnapshot(20).parameters)).toEqual(['fc1/weights'])
})

test('when the tape is full a step in the middle goes, never the first or the newest', () => {
  const it = keeper({ budgetBytes: 6_000_000 })
  const steps = [0, 1, 2, 3, 5, 7, 10, 15, 20]
  it.keep(steps)
  const kept = it.steps()
  expect(kept.length).toBeLessThan(steps.length)
  expect([kept[0], kept.at(-1)]).toEqual([0, 20])
  expect(it.contents('a').bytes).toBeLessThanOrEqual(6_000_000)
})

test('storage is told what is new and what is gone since it asked last', () => {
  const it = keeper()
  it.keep([0, 1, 2])
  expect(it.takeChanges('a')).toMatchObject({ put: [{ step: 0 }, { step: 1 }, { step: 2 }], removed: [] })
  it.backTo('a', 1)
  it.keep([3])
  expect(it.takeChanges('a')).toMatchObject({ put: [{ step: 3 }], removed: [2] })
  expect(it.takeChanges('a')).toEqual({ put: [], removed: [] })
})

test('a run that went back and comes to a step again has the newer network of it', async () => {
  const it = keeper()
  it.keep([0, 1, 2])
  it.takeChanges('a')
  it.keep([1])
  expect(it.steps()).toEqual([0, 1])
  expect(it.takeChanges('a')).toMatchObject({ put: [{ step: 1 }], removed: [2] })
})

test('a tape from storage goes on: what is added fits to what was there', async () => {
  const before = keeper()
  before.keep([0, 1])
  const it = keeper()
  it.open('a', before.entries('a'))
  it.keep([20])
  expect(it.steps()).toEqual([0, 1, 20])
  const kept = await it.snapshot('a', 20)
  expect(kept && differing(kept.parameters, someSnapshot(20).parameters)).toEqual(['fc1/weights'])
  expect(it.takeChanges('a').put.map(({ step }) => step)).toEqual([20])
})

test('a damaged step costs itself and no other; without the weights of a file nothing can be shown', () => {
  const damagedAt = (place: number, entries: readonly TapeEntry[]) =>
    entries.map((entry, at) => {
      const bytes = entry.bytes.slice()
      if (at === place) bytes[5000]! ^= 1
      return { ...entry, bytes }
    })
  const before = keeper()
  before.keep([0, 1, 2])
  before.keep([0, 1], { id: 'b', origin: fileOrigin })
  const it = keeper()
  it.open('a', damagedAt(1, before.entries('a')))
  expect(it.steps()).toEqual([0, 2])
  it.open('b', damagedAt(0, before.entries('b')))
  expect(it.steps('b')).toEqual([])
})

test('a network that is none is not on the tape', () => {
  const it = keeper()
  it.keep([0])
  const { parameters, ...rest } = someSnapshot(1)
  const fc1 = parameters['fc1/weights'].slice()
  fc1[7] = Number.NaN
  it.add('a', { ...rest, parameters: { ...parameters, 'fc1/weights': fc1 } }, { seed: 3, origin: seedOrigin })
  expect(it.steps()).toEqual([0])
})

test('the tape’s worker gets what it asks for as packed, from storage too, and hears when a run went back', async () => {
  const before = keeper()
  before.keep([0], { id: 'old' })
  const it = keeper({
    fetch: async (id) => {
      if (id === 'old') it.open('old', before.entries('old'))
      return id === 'old'
    },
  })
  it.keep([0, 1])
  const { port1, port2 } = new MessageChannel()
  const answers: KeptStepAnswer[] = []
  const arrived = new Promise<void>((resolve) => {
    port2.onmessage = ({ data }) => {
      answers.push(data)
      if (answers.length === 4) resolve()
    }
  })
  it.connect(port1)
  for (const [run, step] of [
    ['a', 1],
    ['old', 0],
    ['nobody', 0],
  ] as const) {
    port2.postMessage({ ask: step, place: { run, step } })
    await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ place: { run } }))
  }
  it.backTo('a', 0)
  await arrived
  port2.close()
  expect(answers).toMatchObject([
    { type: 'kept-step', place: { run: 'a' }, bytes: expect.any(Uint8Array) },
    { type: 'kept-step', place: { run: 'old' }, bytes: expect.any(Uint8Array) },
    { type: 'kept-step', place: { run: 'nobody' }, bytes: null },
    { type: 'back-to', run: 'a', step: 0 },
  ])
})
