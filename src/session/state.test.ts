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

test('only the newest evaluation keeps its mistakes, and one more what was answered to each image', () => {
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
  const { evaluations } = after(evaluated(1), evaluated(2), evaluated(3))
  expect(
    evaluations.map(({ step, mistakes, answers }) => [step, mistakes.length, answers?.answeredN[0]]),
  ).toEqual([
    [1, 0, undefined],
    [2, 0, 2],
    [3, 1, 3],
  ])
})
