import { describe, expect, test } from 'vitest'
import type { RunHeader } from '../protocol/keep.ts'
import { record, settings } from './testing/bench.ts'
import { at, evaluation, studio } from './testing/studio.ts'

describe('another run', () => {
  const header = {
    id: 'other',
    settings: { ...settings, seed: 42 },
    means: { backend: 'wasm', threads: 3, kernels: 'fma' },
    data: { source: 'built-in', fingerprint: 'theirs', train: 9, test: 9 },
  } as unknown as RunHeader
  const kept = { history: [1, 2, 3].map((step) => record(step, 9)), evaluations: [evaluation(0)] }

  test('is shown from its record, with its settings, under a number of its own', () => {
    const { view, shown, run, tape } = studio()
    view.know({ header, record: { ...kept, summaries: [], flows: [{ step: 2 } as never] } })
    view.goTo(at(2, 'other'))
    expect(shown().history).toEqual([record(1, 9), record(2, 9)])
    expect(shown()).toMatchObject({ step: 2, backend: 'wasm', threads: 3, settings: { seed: 42 } })
    expect(tape.places).toEqual([at(2, 'other')])
    expect(shown().run).not.toBe(run.store.getState().run)
    expect(view.records.getState()).toMatchObject({ run: shown().run, flows: [{ step: 2 }] })
    expect(view.other()?.header.id).toBe('other')
    expect(shown().mark?.fingerprint).toBe('theirs')
  })

  test('stays when the present run starts over', () => {
    const { view, status } = studio()
    view.know({ header, record: { ...kept, summaries: [], flows: [] } })
    view.goTo(at(2, 'other'))
    status(0, [], { status: 'ready', run: 2 })
    expect(view.place.getState().place).toEqual(at(2, 'other'))
  })

  test('that goes on is the present run: what is known of it grows, and its tape ends in the present', () => {
    const { view, shown, status, wait } = studio()
    view.know({ header, record: { ...kept, summaries: [], flows: [] } })
    view.goTo(at(2, 'other'))
    status(3, [], { run: 2, id: 'other' })
    status(5, [record(4), record(5)], { run: 2, id: 'other' })
    wait(100)
    expect(view.other()).toBeNull()
    view.goTo(at(4, 'other'))
    wait(100)
    expect(shown()).toMatchObject({ step: 4, run: 2 })
    expect(shown().history).toEqual([record(4)])
    // And it makes room for the next one like any other.
    status(0, [], { status: 'ready', run: 3, id: 'fresh' })
    expect(view.place.getState().place).toBeNull()
  })
})
