import { expect, test } from 'vitest'
import { noticesOf } from './notices.ts'

const quiet = { problem: null, loadProblem: null, passedOver: null, takeover: null, run: 0, lacksData: false }
const fine = {
  offline: { state: 'ready', unsupportedBecause: null, updateReady: false },
  secure: true,
} as const

test('says nothing when all is well', () => {
  expect(noticesOf(quiet, fine)).toEqual([])
})

test('puts what stopped the run before what is merely good to know', () => {
  const takeover = { from: 'webgl', to: 'wasm', reason: 'lost', repeatedSteps: 12 } as const
  const problem = { code: 'loss-not-a-number', step: 9, backend: 'webgl' } as const
  const notices = noticesOf({ ...quiet, problem, takeover }, { ...fine, secure: false })
  expect(notices.map(({ kind }) => kind)).toEqual(['problem', 'takeover', 'plain-http'])
})

test('the edition in one file says what it is, and nothing of http', () => {
  const offline = { ...fine.offline, state: 'one-file' } as const
  const kinds = noticesOf(quiet, { offline, secure: false }).map(({ kind }) => kind)
  expect(kinds).toEqual(['one-file'])
})

test('the same problem in another run is another message', () => {
  const problem = { code: 'file-empty', file: 'a' } as const
  const [first] = noticesOf({ ...quiet, problem }, fine)
  const [second] = noticesOf({ ...quiet, problem, run: 1 }, fine)
  expect(first.key).not.toBe(second.key)
})

test('says that there is nothing to train on, after the reason', () => {
  const loadProblem = { code: 'file-empty', file: 'a' } as const
  const kinds = noticesOf({ ...quiet, loadProblem, lacksData: true }, fine).map(({ kind }) => kind)
  expect(kinds).toEqual(['problem', 'no-data'])
})
