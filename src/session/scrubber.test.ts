import { describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { RunHeader } from '../protocol/keep.ts'
import type { TapeContents } from '../protocol/tape.ts'
import { createScrubber } from './scrubber.ts'
import { nearestStop, stopAfter, stopsOf } from './tapeStops.ts'
import { bench, settings } from './testing/bench.ts'
import { puppetLane } from './testing/lane.ts'
import { createView } from './view.ts'

const tapeOf = (run: string, steps: readonly number[]): TapeContents => ({
  run,
  steps,
  bytes: 1,
  budgetBytes: 2,
  fc1Tolerance: 0,
})

/** A run `this` at step 60, with a tape, and a scrubber of a view of it. */
function studio(steps: readonly number[] = [0, 1, 2, 3, 5, 7, 10, 50]) {
  const it = bench()
  it.status(60, [], { id: 'this' } as never)
  const view = createView({ run: it.run, lane: puppetLane().lane })
  const tapes = createStore(() => ({
    tapes: new Map([
      ['this', tapeOf('this', steps)],
      ['other', tapeOf('other', [0, 4, 8])],
    ]) as ReadonlyMap<string, TapeContents>,
  }))
  const paints: ((nowMs: number) => void)[] = []
  let now = 0
  const scrubber = createScrubber({ run: it.run, view, tapes, beforeNextPaint: (act) => paints.push(act) })
  return {
    it,
    view,
    tapes,
    scrubber,
    step: () => scrubber.stop(),
    /** Paints every 10 ms. */
    pass(ms: number) {
      for (let end = now + ms; now < end; ) {
        now += 10
        for (const act of paints.splice(0)) act(now)
      }
    },
    waiting: () => paints.length,
  }
}

describe('where one can stand', () => {
  test('is at the kept steps before the present one, and in the present', () => {
    expect(stopsOf([0, 1, 2], 7)).toEqual([0, 1, 2, null])
    expect(stopsOf([0, 1, 2], 2)).toEqual([0, 1, null])
    expect(stopsOf([], 0)).toEqual([null])
  })

  test('is at the kept steps alone, in a run that has no present', () => {
    expect(stopsOf([0, 1, 2], null)).toEqual([0, 1, 2])
  })

  test('never between: what is not kept becomes the nearest that is', () => {
    const stops = [0, 5, 10, null]
    expect(nearestStop(stops, 7)).toBe(5)
    expect(nearestStop(stops, 8)).toBe(10)
    expect(nearestStop(stops, 99)).toBe(10)
    expect(nearestStop(stops, null)).toBeNull()
    expect(nearestStop([null], 5)).toBeNull()
  })

  test('has neighbours, and ends at both ends', () => {
    const stops = [0, 5, 10, null]
    expect(stopAfter(stops, 5, 1)).toBe(10)
    expect(stopAfter(stops, 10, 1)).toBeNull()
    expect(stopAfter(stops, null, -1)).toBe(10)
    expect(stopAfter(stops, 0, -1)).toBe(0)
    expect(stopAfter(stops, 5, 99)).toBeNull()
    expect(stopAfter(stops, 6, 1)).toBe(10)
  })
})

describe('by hand', () => {
  test('it moves the view from kept step to kept step and back to the present', () => {
    const { scrubber, view, step } = studio()
    scrubber.goTo(6)
    expect(view.place.getState().place).toEqual({ run: 'this', step: 5 })
    scrubber.move(1)
    expect(step()).toBe(7)
    scrubber.move(-2)
    expect(step()).toBe(3)
    scrubber.goTo(null)
    expect(view.place.getState().place).toBeNull()
  })

  test('it stays in the present while nothing is kept', () => {
    const { scrubber, step } = studio([])
    scrubber.goTo(5)
    scrubber.move(-1)
    expect(step()).toBeNull()
    scrubber.play('forward')
    expect(scrubber.store.getState().playing).toBeNull()
  })

  test('a step that made room for others is left for the nearest that is kept', () => {
    const { scrubber, tapes, step } = studio()
    scrubber.goTo(7)
    tapes.setState({ tapes: new Map([['this', tapeOf('this', [0, 5, 10, 50])]]) })
    expect(step()).toBe(5)
  })

  test('in another run it stays in that run, which has no present', () => {
    const { scrubber, view, step } = studio()
    const header = { id: 'other', settings, step: 8, means: {} } as unknown as RunHeader
    view.know({ header, record: { history: [], evaluations: [], summaries: [], flows: [] } })
    view.goTo({ run: 'other', step: 4 })
    expect(scrubber.store.getState().tape?.run).toBe('other')
    scrubber.move(5)
    expect(view.place.getState().place).toEqual({ run: 'other', step: 8 })
    scrubber.goTo(null)
    expect(view.place.getState().place).toBeNull()
    expect(step()).toBeNull()
    expect(scrubber.store.getState().tape?.run).toBe('this')
  })
})

describe('by itself', () => {
  test('it plays so many kept steps a second, and stops at the last one', () => {
    const { scrubber, step, pass, waiting } = studio()
    scrubber.setRate(2)
    scrubber.play('forward')
    expect(step()).toBe(0)
    pass(490)
    expect(step()).toBe(0)
    pass(40)
    expect(step()).toBe(1)
    pass(1000)
    expect(step()).toBe(3)
    pass(2000)
    expect(step()).toBe(50)
    expect(scrubber.store.getState().playing).toBeNull()
    pass(100)
    expect(waiting()).toBe(0)
  })

  test('it plays backward, from the end where it stands in the present', () => {
    const { scrubber, step, pass } = studio()
    scrubber.setRate(8)
    scrubber.play('back')
    expect(step()).toBe(50)
    pass(2000)
    expect(step()).toBe(0)
  })

  test('it goes on from where it stands, and turns round on the way', () => {
    const { scrubber, step, pass } = studio()
    scrubber.setRate(1)
    scrubber.goTo(3)
    scrubber.play('forward')
    pass(1020)
    expect(step()).toBe(5)
    scrubber.play('back')
    pass(1020)
    expect(step()).toBe(3)
  })

  test('at its end it begins anew', () => {
    const { scrubber, step } = studio()
    scrubber.goTo(50)
    scrubber.play('forward')
    expect(step()).toBe(0)
  })

  test('a hand on it ends playing', () => {
    const { scrubber, step, pass } = studio()
    scrubber.play('forward')
    scrubber.goTo(7)
    expect(scrubber.store.getState().playing).toBeNull()
    pass(3000)
    expect(step()).toBe(7)
  })

  test('the training may go on meanwhile', () => {
    const { scrubber, it, step, pass } = studio()
    scrubber.setRate(1)
    scrubber.play('forward')
    pass(500)
    it.status(61)
    pass(530)
    expect(step()).toBe(1)
  })
})
