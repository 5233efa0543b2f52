/** For tests: a run of the page whose workers are puppets, and a storage that forgets with the test. */
import type { BackendTrial, Command, Report, StepRecord } from '../../protocol/messages.ts'
import type { SmallStorage } from '../remembered.ts'
import { createRun } from '../run.ts'
import type { WorkerLike } from '../spawn.ts'

export const settings = { seed: 1, stepLimit: 100, backend: 'auto', gentle: false } as const
export const trials: readonly BackendTrial[] = [
  { backend: 'wasm', outcome: 'measured', msPerImage: 4, threads: 2 },
]

/** A run whose workers do nothing but listen and say what the test says. */
export function bench(storage: SmallStorage | null = null) {
  const workers: (WorkerLike & { ended: boolean; commands: Command[] })[] = []
  const paints: (() => void)[] = []
  let now = 0
  const run = createRun({
    settings,
    data: { kind: 'built-in' },
    digit: { from: 'test', index: 0 },
    root: null,
    storage,
    machine: 'test',
    nowMs: () => now,
    beforeNextPaint: (paint) => paints.push(paint),
    spawn() {
      const commands: Command[] = []
      const worker = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        ended: false,
        commands,
        postMessage: (command: Command) => commands.push(command),
        terminate() {
          worker.ended = true
        },
      }
      workers.push(worker)
      return worker
    },
  })
  const worker = () => workers.at(-1)!
  return {
    run,
    workers,
    worker,
    state: () => run.store.getState(),
    say: (report: Report) => worker().onmessage?.({ data: report } as MessageEvent<Report>),
    status(step: number, records: readonly StepRecord[] = [], more: Partial<Report> = {}) {
      const report = {
        type: 'status',
        status: 'training',
        run: 1,
        id: 'run-1',
        origin: { kind: 'seed' },
        step,
        settings,
        records,
        msPerStep: 50,
      }
      this.say({ ...report, ...more } as Report)
    },
    paint: () => {
      for (const paint of paints.splice(0)) paint()
    },
    waitingPaints: () => paints.length,
    pass: (ms: number) => {
      now += ms
    },
  }
}

export const record = (step: number, loss = 1 / step): StepRecord => ({ step, loss, batchAccuracy: 0.5 })

export function memory(): SmallStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  }
}
