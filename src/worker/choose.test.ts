import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackendName } from '../protocol/messages.ts'
import { measureBackends, type TrialWorker } from './choose.ts'
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

test('one backend computes at a time, WASM first, and its time is the one to beat', async () => {
  const { spawn, commands, ended, elapsedMs } = workers({
    wasm: [measured(300, 30, false), measured(600, 4, true)],
    webgpu: [{ afterMs: 50, report: { type: 'unavailable', reason: 'no adapter' } }],
    webgl: [measured(100, 1, true)],
  })
  const choice = measureBackends({ gentle: false, spawn, nowMs: () => Date.now() })
  await vi.runAllTimersAsync()
  expect(await choice).toEqual([
    { backend: 'wasm', outcome: 'measured', msPerImage: 4, threads: 1 },
    { backend: 'webgpu', outcome: 'unavailable', reason: 'no adapter' },
    { backend: 'webgl', outcome: 'measured', msPerImage: 1, threads: 1 },
  ])
  expect(commands.map(({ atMs }) => atMs)).toEqual([200, 800, 850])
  expect(commands.map(({ command }) => command.msPerImageToBeat)).toEqual([Number.POSITIVE_INFINITY, 4, 4])
  expect(elapsedMs()).toBe(950)
  expect(ended()).toBe(3)
})

test('all of the choice takes less than three seconds, however long the backends take', async () => {
  const { spawn, elapsedMs, ended } = workers({
    wasm: [measured(500, 4, true)],
    webgpu: [measured(20_000, 400, true)],
    webgl: [measured(500, 170, false), measured(8000, 160, true)],
  })
  let atEndMs = 0
  const choice = measureBackends({ gentle: false, spawn, nowMs: () => Date.now() }).then((trials) => {
    atEndMs = elapsedMs()
    return trials
  })
  await vi.runAllTimersAsync()
  expect((await choice).map(({ outcome }) => outcome)).toEqual(['measured', 'too-slow', 'measured'])
  expect(atEndMs).toBeLessThanOrEqual(3000)
  expect(ended()).toBe(3)
})

test('where no worker can be started inside a worker, that is the reason given', async () => {
  const spawn = () => {
    throw new Error('Worker is not defined')
  }
  const trials = await measureBackends({ gentle: false, spawn, nowMs: () => 0 })
  expect(trials.map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable', 'unavailable'])
})
