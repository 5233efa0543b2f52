import { expect, test } from 'vitest'
import type { Report } from '../protocol/messages.ts'
import { emptyTally, evaluationOf, nextSlice, withSlice } from './evaluation.ts'
import { createEvaluator, type Moment } from './evaluator.ts'

const sure = (answers: readonly [answer: number, probability: number][]) => ({
  correct: 0,
  lossesN: new Float64Array(),
  lossSum: 3,
  answers: Uint8Array.from(answers, ([answer]) => answer),
  probabilities: Float32Array.from(
    answers.flatMap(([answer, probability]) =>
      Array.from({ length: 10 }, (_, i) => (i === answer ? probability : 0)),
    ),
  ),
})

test('counts by label and answer, and lists mistakes by confidence over all slices', () => {
  const first = withSlice(
    emptyTally,
    {
      ...sure([
        [7, 0.5],
        [2, 0.875],
      ]),
      correct: 1,
    },
    Uint8Array.of(7, 3),
  )
  const both = withSlice(first, { ...sure([[4, 0.9375]]), correct: 0 }, Uint8Array.of(9))
  const evaluation = evaluationOf(both, 100, null)
  expect(evaluation.n).toBe(3)
  expect(evaluation.accuracy).toBeCloseTo(1 / 3, 12)
  expect(evaluation.loss).toBe(2)
  expect(evaluation.confusion[77]).toBe(1)
  expect(evaluation.confusion[32]).toBe(1)
  expect(evaluation.confusion[94]).toBe(1)
  expect(evaluation.confusion.reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(evaluation.mistakes).toEqual([
    { index: 2, label: 9, answer: 4, probability: 0.9375, best: expect.anything() },
    { index: 1, label: 3, answer: 2, probability: 0.875, best: expect.anything() },
  ])
  expect(evaluation.answers).toEqual({
    labelsN: Uint8Array.of(7, 3, 9),
    answersN: Uint8Array.of(7, 2, 4),
    answeredN: Float32Array.of(0.5, 0.875, 0.9375),
    ofLabelN: Float32Array.of(0.5, 0, 0),
  })
  // Wilson's interval of 1 out of 3, by hand: (0.0615, 0.7923).
  expect(evaluation.interval[0]).toBeCloseTo(0.0615, 4)
  expect(evaluation.interval[1]).toBeCloseTo(0.7923, 4)
})

/** Evaluates 10,000 images at `msPerImage` and tells how many were looked at. */
async function imagesLookedAt(moment: Partial<Moment>, msPerImage: number, demand = false): Promise<number> {
  let now = 0
  const reports: Report[] = []
  const evaluator = createEvaluator({ post: (report) => reports.push(report), nowMs: () => now })
  const whole = { step: 100, stepLimit: 3000, isTraining: true, msPerStep: 100, lastBatch: null, ...moment }
  const test = { imagesNHW: new Uint8Array(10_000 * 784), labels: new Uint8Array(10_000) }
  if (demand) evaluator.demand()
  while (evaluator.isDue(whole)) {
    await evaluator.slice(whole, test, async ({ labels }) => {
      now += msPerImage * labels.length
      return {
        correct: labels.length,
        lossesN: new Float64Array(),
        lossSum: 0,
        answers: new Uint8Array(labels.length),
        probabilities: new Float32Array(labels.length * 10),
      }
    })
  }
  const done = reports.flatMap((report) => (report.type === 'evaluation' ? [report.evaluation.n] : []))
  expect(done).toHaveLength(1)
  return done[0]!
}

test('looks at all images where that takes a tenth of the time of 100 steps, at 2,000 otherwise', async () => {
  // 100 steps of 100 ms: one second for the evaluation.
  expect(await imagesLookedAt({}, 0.09)).toBe(10_000)
  expect(await imagesLookedAt({}, 0.11)).toBe(2000)
})

test('looks at all images at the end and on demand, however long it takes', async () => {
  expect(await imagesLookedAt({ step: 3000 }, 5)).toBe(10_000)
  expect(await imagesLookedAt({ step: 17 }, 5, true)).toBe(10_000)
})

test('takes a second before the first step, and a tenth of it when that step is waiting', async () => {
  const start = { step: 0, msPerStep: null }
  expect(await imagesLookedAt({ ...start, isTraining: false }, 4)).toBe(250)
  expect(await imagesLookedAt({ ...start, isTraining: true }, 4)).toBe(25)
  expect(await imagesLookedAt({ ...start, isTraining: true }, 0.01)).toBe(2000)
})

test('a slice takes no longer than a step', () => {
  expect(nextSlice(null, 10)).toBe(25)
  expect(nextSlice(0.5, 60)).toBe(100)
  expect(nextSlice(0.7, 60)).toBe(50)
  // Slower than a step with one image only: there is no smaller slice.
  expect(nextSlice(90, 60)).toBe(1)
})

test('a mistake names the three most probable digits, the answer first', () => {
  const probabilities = Float32Array.of(0.125, 0, 0.5, 0.25, 0, 0, 0, 0.0625, 0.0625, 0)
  const slice = {
    correct: 0,
    lossesN: new Float64Array(),
    lossSum: 1,
    answers: Uint8Array.of(2),
    probabilities,
  }
  expect(withSlice(emptyTally, slice, Uint8Array.of(8)).mistakes[0]?.best).toEqual([
    { digit: 2, probability: 0.5 },
    { digit: 3, probability: 0.25 },
    { digit: 0, probability: 0.125 },
  ])
})

test('a cancelled evaluation is over, does not begin again by itself, and counts as the end of a run', async () => {
  const reports: Report[] = []
  const evaluator = createEvaluator({ post: (report) => reports.push(report), nowMs: () => 0 })
  const end = { step: 300, stepLimit: 300, isTraining: true, msPerStep: 100, lastBatch: null }
  const all = { imagesNHW: new Uint8Array(1000 * 784), labels: new Uint8Array(1000) }
  const one = () =>
    evaluator.slice(end, all, async ({ labels }) => ({
      ...{
        correct: labels.length,
        lossesN: new Float64Array(),
        lossSum: 0,
        answers: new Uint8Array(labels.length),
      },
      probabilities: new Float32Array(labels.length * 10),
    }))
  await one()
  expect(evaluator.isComplete(300)).toBe(false)
  evaluator.cancel()
  expect(evaluator.isDue(end)).toBe(false)
  expect(evaluator.isComplete(300)).toBe(true)
  evaluator.demand()
  while (evaluator.isDue(end)) await one()
  expect(reports.flatMap((report) => (report.type === 'evaluation' ? [report.evaluation.n] : []))).toEqual([
    1000,
  ])
})
