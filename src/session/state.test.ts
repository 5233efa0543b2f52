import { expect, test } from 'vitest'
import type { Evaluation } from '../protocol/evaluation.ts'
import type { Report } from '../protocol/messages.ts'
import { afterReport, lacksData, type RunState, untouched } from './state.ts'

const settings = { seed: 1, stepLimit: 100, backend: 'auto', gentle: false } as const

/** The state after these reports, one after another. */
function after(...reports: readonly Report[]): RunState {
  return reports.reduce((tracked, report) => afterReport(tracked, report, 0), untouched(settings)).state
}

const loading = (source: 'mnist' | 'built-in' | 'files'): Report => ({
  type: 'loading',
  source,
  done: 1,
  total: 2,
  unit: 'bytes',
})
const info = {
  source: 'mnist',
  train: 1,
  validation: 1,
  test: 1,
  trainClassCounts: [],
  testClassCounts: [],
} as const
const mark = { source: 'mnist', fingerprint: 'f', train: 1, test: 1 } as const
const loaded: Report = { type: 'loaded', request: { kind: 'built-in' }, info, mark, passedOver: null }
const failed: Report = { type: 'load-failed', problem: { code: 'file-empty', file: 'x' } }

test('a failed loading leaves the set in use', () => {
  expect(after(loaded, loading('files')).loading?.done).toBe(1)
  const state = after(loaded, loading('files'), failed)
  expect(state).toMatchObject({ data: info, loading: null, loadProblem: { code: 'file-empty', file: 'x' } })
  expect(lacksData(state)).toBe(false)
})

test('a first loading that is cancelled or fails leaves nothing to train on, until another one begins', () => {
  expect(lacksData(after())).toBe(false)
  expect(lacksData(after(loading('mnist')))).toBe(false)
  expect(lacksData(after(loading('mnist'), { type: 'load-cancelled' }))).toBe(true)
  expect(lacksData(after(loading('mnist'), failed))).toBe(true)
  expect(lacksData(after(loading('mnist'), { type: 'load-cancelled' }, loading('built-in')))).toBe(false)
  expect(lacksData(after(loading('mnist'), failed, loaded))).toBe(false)
})

test('sixty evaluations keep their lists, the newest two in any case, and the others lie evenly', () => {
  const evaluated = (step: number): Report => {
    const mistakes = [{ index: 3, label: 5, answer: 6, probability: 0.9, best: [] }]
    const numbers = Float32Array.of(step)
    const answers = {
      ...{ labelsN: Uint8Array.of(5), answersN: Uint8Array.of(6) },
      ...{ answeredN: numbers, ofLabelN: numbers },
    }
    const counts = {
      n: 10,
      correct: 9,
      accuracy: 0.9,
      loss: 1,
      interval: [0, 1],
      trainAccuracy: null,
    } as const
    const evaluation: Evaluation = { step, ...counts, confusion: [], mistakes, answers }
    return { type: 'evaluation', evaluation }
  }
  const stepsWithLists = (last: number) => {
    const steps = Array.from({ length: last / 100 + 1 }, (_, i) => i * 100)
    const { evaluations } = after(...steps.map(evaluated))
    expect(evaluations.map(({ step }) => step)).toEqual(steps)
    for (const { mistakes, answers } of evaluations) expect(mistakes.length > 0).toBe(answers !== undefined)
    return evaluations.filter(({ answers }) => answers).map(({ step }) => step)
  }
  expect(stepsWithLists(3000)).toHaveLength(31)
  const ofLong = stepsWithLists(12_000)
  expect(ofLong).toHaveLength(60)
  expect(ofLong[0]).toBe(0)
  expect(ofLong.slice(-2)).toEqual([11_900, 12_000])
  const gaps = ofLong.slice(1).map((step, i) => step - ofLong[i]!)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(400)
})
