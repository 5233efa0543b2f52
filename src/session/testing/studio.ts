/** For tests: a view of a run, with a tape and a clock that do what the test says. */
import type { Evaluation } from '../../protocol/evaluation.ts'
import type { Frame } from '../frames.ts'
import { createView } from '../view.ts'
import { bench, record } from './bench.ts'
import { puppetLane } from './lane.ts'

export const evaluation = (step: number): Evaluation => ({
  step,
  n: 100,
  correct: 10,
  accuracy: 0.1,
  loss: 1,
  interval: [0, 1],
  trainAccuracy: null,
  confusion: [],
  mistakes: [],
})

export const frame = (step: number): Frame => ({
  step,
  digit: { from: 'test', index: 0 },
  label: 7,
  dropoutKeep: 1,
  planes: new Map(),
})

/** A run after six steps, evaluated at 0 and 4, and a view of it. */
export function studio() {
  const it = bench()
  const tape = puppetLane()
  const waiting: (() => void)[] = []
  let now = 1000
  const view = createView({
    run: it.run,
    lane: tape.lane,
    nowMs: () => now,
    later: (act) => waiting.push(act),
  })
  it.status(0)
  it.say({ type: 'evaluation', evaluation: evaluation(0) })
  it.status(
    6,
    [1, 2, 3, 4, 5, 6].map((step) => record(step)),
  )
  it.say({ type: 'evaluation', evaluation: evaluation(4) })
  now += 1000
  return {
    ...it,
    tape,
    view,
    status: it.status.bind(it),
    shown: () => view.store.getState(),
    live: (step: number) => {
      it.say({ type: 'frame', ...frame(step), values: new Float32Array(), planes: [] })
      it.paint()
    },
    wait(ms: number) {
      now += ms
      for (const act of waiting.splice(0)) act()
    },
    watchedLive: () => {
      const tell = it
        .worker()
        .commands.filter((command) => command.type === 'watch')
        .at(-1)
      return tell?.type === 'watch' ? tell.taps : []
    },
  }
}
export const at = (step: number, run = 'this') => ({ run, step })
