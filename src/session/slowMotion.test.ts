import { expect, test } from 'vitest'
import type { Report } from '../protocol/messages.ts'
import { bench } from './testing/bench.ts'

type AnatomyReport = Extract<Report, { type: 'anatomy' }>
const sizes = {} as AnatomyReport['sizes']

/** An update with one plane of the step and one of the image. */
function anatomy(step: number, place: number, { whole }: { whole: boolean }): AnatomyReport {
  const image = { name: 'fc2', shape: [2], offset: 0 } as const
  const weights = { name: 'fc2/bias', shape: [1], offset: 2 } as const
  const values = Float32Array.of(place, place, step)
  return { type: 'anatomy', run: 1, step, place, sizes, values, planes: whole ? [image, weights] : [image] }
}
const check = (step: number, done: number): Report => ({
  type: 'slope-check',
  run: 1,
  step,
  check: { parameter: 'fc2/bias', at: 0, done, found: null },
})

test('another image of the same step leaves what belongs to the step', () => {
  const { run, say, status } = bench()
  status.call({ say } as never, 4)
  say(anatomy(5, 3, { whole: true }))
  say(anatomy(5, 9, { whole: false }))
  const shown = run.slowMotion.getState().anatomy
  expect(shown?.place).toBe(9)
  expect(shown?.planes.get('fc2')?.values).toEqual(Float32Array.of(9, 9))
  expect(shown?.planes.get('fc2/bias')?.values).toEqual(Float32Array.of(5))
})

test('a slow step is on its way until it comes, and takes the check of the last one with it', () => {
  const { run, say, worker, status } = bench()
  status.call({ say } as never, 4, [], { status: 'paused' } as never)
  run.slowStep(null)
  expect(worker().commands.at(-1)).toEqual({ type: 'slow-step', place: null })
  expect(run.slowMotion.getState().isComing).toBe(true)
  say(anatomy(5, 3, { whole: true }))
  expect(run.slowMotion.getState().isComing).toBe(false)
  run.checkSlope({ parameter: 'fc2/bias', at: 0 })
  say(check(5, 0.5))
  expect(run.slowMotion.getState().check?.done).toBe(0.5)
  say(anatomy(6, 3, { whole: true }))
  expect(run.slowMotion.getState().check).toBeNull()
  say(check(5, 0.75))
  expect(run.slowMotion.getState().check).toBeNull()
})

test('a new run has no slow step yet', () => {
  const { run, say, status } = bench()
  status.call({ say } as never, 4)
  say(anatomy(5, 3, { whole: true }))
  status.call({ say } as never, 0, [], { run: 2 } as never)
  expect(run.slowMotion.getState().anatomy).toBeNull()
})

test('what a cancelled check still says is not heard', () => {
  const { run, say, status } = bench()
  status.call({ say } as never, 4)
  say(anatomy(5, 3, { whole: true }))
  run.checkSlope({ parameter: 'fc2/bias', at: 0 })
  run.checkSlope(null)
  say(check(5, 0.5))
  expect(run.slowMotion.getState().check).toBeNull()
  run.checkSlope({ parameter: 'fc2/bias', at: 3 })
  say(check(5, 0.75))
  expect(run.slowMotion.getState().check).toMatchObject({ at: 3, done: 0 })
})
