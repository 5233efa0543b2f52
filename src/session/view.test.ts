import { describe, expect, test } from 'vitest'
import { bench, record } from './testing/bench.ts'
import { puppetLane } from './testing/lane.ts'
import { at, frame, studio } from './testing/studio.ts'
import { createView } from './view.ts'

const soon = () => Promise.resolve()

describe('while a view moves along the tape', () => {
  test('the training is told to give way, ten times a second at most, and not for the present', () => {
    const { view, worker, wait } = studio()
    const told = () => worker().commands.filter(({ type }) => type === 'give-way').length
    view.goTo(at(1))
    expect(told()).toBe(1)
    view.goTo(at(2))
    view.goTo(at(3))
    expect(told()).toBe(1)
    wait(100)
    view.goTo(at(4))
    expect(told()).toBe(2)
    wait(100)
    view.goTo(null)
    expect(told()).toBe(2)
  })
})

describe('a view that is live', () => {
  test('shows the very state of the run, as soon as the run has it', () => {
    const { view, run, status } = studio()
    expect(view.store.getState()).toBe(run.store.getState())
    status(7, [record(7)])
    expect(view.store.getState()).toBe(run.store.getState())
    expect(view.store.getState().step).toBe(7)
  })

  test('passes on frames, digits and what is watched', async () => {
    const { view, run, live, watchedLive } = studio()
    view.frames.watch(['conv1'])
    await soon()
    expect(watchedLive()).toEqual(['conv1'])
    live(6)
    expect(view.frames.latest()?.step).toBe(6)
    view.frames.showDigit({ from: 'test', index: 9 })
    expect(run.frames.digit()).toEqual({ from: 'test', index: 9 })
  })
})

describe('a view at a kept step', () => {
  test('knows nothing of later steps, and the run goes on knowing them', () => {
    const { view, shown, run } = studio()
    view.goTo(at(3))
    expect(shown().step).toBe(3)
    expect(shown().history.map(({ step }) => step)).toEqual([1, 2, 3])
    expect(shown().evaluations.map(({ step }) => step)).toEqual([0])
    expect(run.store.getState().step).toBe(6)
    expect(run.store.getState().history).toHaveLength(6)
  })

  test('counts what was written down at the very step', () => {
    const { view, shown } = studio()
    view.goTo(at(4))
    expect(shown().evaluations.map(({ step }) => step)).toEqual([0, 4])
  })

  test('keeps what the buttons depend on as it is', () => {
    const { view, shown, status, wait } = studio()
    view.goTo(at(3))
    expect(shown().status).toBe('training')
    status(7, [record(7)], { status: 'paused' })
    wait(100)
    expect(shown()).toMatchObject({ status: 'paused', step: 3 })
  })

  test('does not change its lists while the training goes on', () => {
    const { view, shown, status, wait } = studio()
    view.goTo(at(3))
    const { history, evaluations } = shown()
    status(7, [record(7)])
    wait(100)
    expect(shown().history).toBe(history)
    expect(shown().evaluations).toBe(evaluations)
  })

  test('cuts summaries and flows too', () => {
    const { view, say } = studio()
    say({ type: 'flows', run: 1, flows: [2, 4].map((step) => ({ step }) as never) })
    view.goTo(at(3))
    expect(view.records.getState().flows.map(({ step }) => step)).toEqual([2])
    view.goTo(null)
    expect(view.records.getState().flows.map(({ step }) => step)).toEqual([2, 4])
  })

  test('changes numbers at most ten times a second, and ends with those of the last step', () => {
    const { view, shown, wait } = studio()
    const steps: number[] = []
    view.store.subscribe(({ step }) => steps.push(step))
    for (const step of [5, 4, 3, 2]) view.goTo(at(step))
    expect(steps).toEqual([5])
    wait(100)
    expect(steps).toEqual([5, 2])
    expect(shown().history.at(-1)?.step).toBe(2)
  })

  test('is on the page as an attribute, and gone from it when live', () => {
    const written = new Map<string, string>()
    const root = {
      setAttribute: (name: string, value: string) => written.set(name, value),
      removeAttribute: (name: string) => written.delete(name),
    }
    const view = createView({ run: bench().run, lane: puppetLane().lane, root: root as unknown as Element })
    view.goTo(at(3))
    expect(written.get('data-shown-step')).toBe('3')
    view.goTo(null)
    expect(written.has('data-shown-step')).toBe(false)
  })

  test('is left for the present when another run begins', () => {
    const { view, shown, status } = studio()
    view.goTo(at(3))
    status(0, [], { status: 'ready', run: 2 })
    expect(view.place.getState().place).toBeNull()
    expect(shown()).toMatchObject({ step: 0, run: 2 })
  })

  test('is left for the present by what wants to be seen, not by training', () => {
    const { view, worker } = studio()
    view.goTo(at(3))
    view.train()
    expect(view.place.getState().place).toEqual(at(3))
    view.slowStep(null)
    expect(view.place.getState().place).toBeNull()
    view.goTo(at(3))
    view.evaluate()
    expect(view.place.getState().place).toBeNull()
    view.goTo(at(3))
    view.oneStep()
    expect(view.place.getState().place).toBeNull()
    expect(
      worker()
        .commands.map(({ type }) => type)
        .slice(-3),
    ).toContain('one-step')
  })
})

describe('frames of a view', () => {
  test('come from the tape alone, once its first one is there', () => {
    const { view, live, tape } = studio()
    const steps: number[] = []
    view.frames.subscribe(({ step }) => steps.push(step))
    live(6)
    view.goTo(at(3))
    // What is on its way is one whole moment still.
    live(7)
    tape.show(frame(3))
    live(8)
    expect(steps).toEqual([6, 7, 3])
    expect(view.frames.latest()?.step).toBe(3)
    view.goTo(null)
    live(9)
    tape.show(frame(2))
    expect(view.frames.latest()?.step).toBe(9)
  })

  test('what is watched moves over, so that the worker of the run computes no more for it', async () => {
    const { view, tape, watchedLive } = studio()
    const stop = view.frames.watch(['conv1', 'fc2'])
    view.goTo(at(3))
    await soon()
    expect(watchedLive()).toEqual([])
    expect(tape.watched).toEqual(['conv1', 'fc2'])
    view.frames.watch(['pool1'])
    stop()
    expect(tape.watched).toEqual(['pool1'])
    view.goTo(null)
    await soon()
    expect(tape.watched).toEqual([])
    expect(watchedLive()).toEqual(['pool1'])
  })

  test('a digit is one for all views, on the tape too', () => {
    const { view, run, tape } = studio()
    const other = puppetLane()
    createView({ run, lane: other.lane })
    view.goTo(at(3))
    view.frames.showDigit({ from: 'test', index: 5 })
    expect(run.frames.digit()).toEqual({ from: 'test', index: 5 })
    expect(tape.digits).toEqual([{ from: 'test', index: 5 }])
    expect(other.digits).toEqual([{ from: 'test', index: 5 }])
  })
})
