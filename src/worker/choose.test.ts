import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackendName } from '../protocol/messages.ts'
import { startTrials, type TrialWorker } from './choose.ts'
import type { TrialCommand, TrialReport } from './trialMessages.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Answer = readonly { readonly afterMs: number; readonly report: TrialReport }[]

/** Workers that load in 200 ms and then answer as told. */
function workers(answers: Partial<Record<BackendName, Answer>>) {
  const commands: { command: TrialCommand; atMs: number }[] = []
  let ended = 0
  const spawn = (): TrialWorker => {
    const tell = (afterMs: number, report: TrialReport) =>
      setTimeout(() => worker.onmessage?.({ data: report } as MessageEvent<TrialReport>), afterMs)
    const worker: TrialWorker = {
      onmessage: null,
      onerror: null,
      postMessage(command) {
        commands.push({ command, atMs: Date.now() - startMs })
        for (const { afterMs, report } of answers[command.backend] ?? []) tell(afterMs, report)
      },
      terminate() {
        ended++
      },
    }
    tell(200, { type: 'loaded' })
    return worker
  }
  const startMs = Date.now()
  return { spawn, commands, ended: () => ended, elapsedMs: () => Date.now() - startMs }
}

const measured = (afterMs: number, msPerImage: number, last: boolean) =>
  ({ afterMs, report: { type: 'measured', msPerImage, threads: 1, last } }) as const

test('one backend computes at a time, and the best time so far is the one to beat', async () => {
  const { spawn, commands, ended, elapsedMs } = workers({
    webgpu: [measured(300, 30, false), measured(600, 2, true)],
    webgl: [measured(100, 1, true)],
  })
  const trials = startTrials({ spawn, nowMs: () => Date.now() })
  const choice = trials.loaded.then(() => trials.measure({ gentle: false, msPerImageToBeat: 4 }))
  await vi.runAllTimersAsync()
  expect(await choice).toEqual([
    { backend: 'webgpu', outcome: 'measured', msPerImage: 2, threads: 1 },
    { backend: 'webgl', outcome: 'measured', msPerImage: 1, threads: 1 },
  ])
  expect(commands.map(({ atMs }) => atMs)).toEqual([200, 800])
  expect(commands.map(({ command }) => command.msPerImageToBeat)).toEqual([4, 2])
  expect(elapsedMs()).toBe(900)
  expect(ended()).toBe(2)
})

test('a backend whose plain product is too slow leaves its time to the next', async () => {
  const { spawn, elapsedMs } = workers({
    webgpu: [{ afterMs: 50, report: { type: 'too-slow' } }],
    webgl: [{ afterMs: 50, report: { type: 'unavailable', reason: 'no context' } }],
  })
  const trials = startTrials({ spawn, nowMs: () => Date.now() })
  const choice = trials.loaded.then(() => trials.measure({ gentle: false, msPerImageToBeat: 4 }))
  await vi.runAllTimersAsync()
  expect(await choice).toEqual([
    { backend: 'webgpu', outcome: 'too-slow' },
    { backend: 'webgl', outcome: 'unavailable', reason: 'no context' },
  ])
  expect(elapsedMs()).toBe(300)
})

test('all of the choice takes less than two seconds, however long the backends take', async () => {
  const { spawn, elapsedMs, ended } = workers({
    webgpu: [measured(20_000, 400, true)],
    webgl: [measured(500, 170, false), measured(8000, 160, true)],
  })
  let atEndMs = 0
  const trials = startTrials({ spawn, nowMs: () => Date.now() })
  const choice = trials.loaded
    .then(() => trials.measure({ gentle: false, msPerImageToBeat: 4 }))
    .then((measuredTrials) => {
      atEndMs = elapsedMs()
      return measuredTrials
    })
  await vi.runAllTimersAsync()
  expect((await choice).map(({ outcome }) => outcome)).toEqual(['too-slow', 'measured'])
  expect(atEndMs).toBeLessThan(2000)
  expect(ended()).toBe(2)
})

test('where no worker can be started inside a worker, that is the reason given', async () => {
  const spawn = () => {
    throw new Error('Worker is not defined')
  }
  const { measure } = startTrials({ spawn, nowMs: () => 0 })
  const trials = await measure({ gentle: false, msPerImageToBeat: 4 })
  expect(trials.map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable'])
})
