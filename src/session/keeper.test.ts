import { expect, test, vi } from 'vitest'
import type { KeeperCommand, KeeperReport, RunHeader } from '../protocol/keep.ts'
import { createKeeper, type KeeperWorker, KeepRefusal } from './keeper.ts'

const header: RunHeader = {
  id: 'a',
  name: null,
  startedMs: 1,
  changedMs: 2,
  settings: { seed: 1, stepLimit: 100, backend: 'auto', gentle: false },
  origin: { kind: 'seed' },
  means: { backend: 'wasm', threads: 1, kernels: null },
  data: null,
  step: 5,
  loss: 1,
  accuracy: null,
  curve: [],
  canContinue: true,
  bytes: 9,
}

function desk() {
  const workers: (KeeperWorker & { commands: KeeperCommand[]; ended: boolean })[] = []
  const persist = vi.fn()
  const keeper = createKeeper({
    persist,
    spawn() {
      const worker = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        commands: [] as KeeperCommand[],
        ended: false,
        postMessage: (command: KeeperCommand) => void worker.commands.push(command),
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
    keeper,
    workers,
    persist,
    state: () => keeper.store.getState(),
    say: (report: KeeperReport) => worker().onmessage?.({ data: report } as MessageEvent<KeeperReport>),
    die: () => worker().onerror?.({ message: 'out of memory' } as ErrorEvent),
    last: () => worker().commands.at(-1)!,
    lastAsk() {
      const command = worker().commands.at(-1)!
      return 'ask' in command ? command.ask : -1
    },
  }
}

test('what the keeper says is there to be read', () => {
  const { say, state, workers } = desk()
  expect(workers[0]?.commands).toEqual([{ type: 'open' }])
  expect(state()).toMatchObject({ problem: 'starting', runs: [], isListed: false, kept: null })
  say({ type: 'keeping', problem: null })
  say({ type: 'runs', runs: [header] })
  say({ type: 'kept', id: 'a', step: 5, atMs: 77 })
  const tape = { run: 'a', steps: [0, 5], bytes: 1, budgetBytes: 2, fc1Tolerance: 0 }
  say({ type: 'tape', tape })
  expect(state()).toEqual({
    problem: null,
    runs: [header],
    isListed: true,
    kept: { id: 'a', step: 5, atMs: 77 },
    tapes: new Map([['a', tape]]),
  })
})

test('each answer goes to the one who asked', async () => {
  const { keeper, say, last, lastAsk } = desk()
  const first = keeper.rename('a', 'Best')
  const askOfFirst = lastAsk()
  const shares: number[] = []
  const second = keeper.pack('a', { canContinue: true, progress: (share) => shares.push(share) })
  expect(last()).toEqual({ type: 'pack', ask: lastAsk(), id: 'a', canContinue: true })
  say({ type: 'progress', ask: lastAsk(), share: 0.5 })
  say({ type: 'file', ask: lastAsk(), file: new Blob(['123']), fileName: 'a.faltwerk' })
  say({ type: 'done', ask: askOfFirst })
  await first
  expect((await second).fileName).toBe('a.faltwerk')
  expect(shares).toEqual([0.5])
})

test('a refusal carries its problem', async () => {
  const { keeper, say, lastAsk } = desk()
  const taking = keeper.take('b')
  say({ type: 'refused', ask: lastAsk(), problem: { code: 'not-there' } })
  await expect(taking).rejects.toMatchObject({ problem: { code: 'not-there' } })
  await expect(taking).rejects.toBeInstanceOf(KeepRefusal)
})

test('cancelled work is rejected at once, and the keeper told', async () => {
  const { keeper, say, last, lastAsk } = desk()
  const stop = new AbortController()
  const packing = keeper.pack('a', { canContinue: false, signal: stop.signal })
  const ask = lastAsk()
  stop.abort(new Error('not wanted'))
  await expect(packing).rejects.toThrow('not wanted')
  expect(last()).toEqual({ type: 'cancel', ask })
  // What comes too late is nobody's.
  say({ type: 'file', ask, file: new Blob(), fileName: 'x' })
  await expect(keeper.take('a', { signal: stop.signal })).rejects.toThrow('not wanted')
})

test('a keeper that dies is replaced once, and everyone who waits hears of it', async () => {
  const { keeper, workers, die, state, say } = desk()
  const respawned = vi.fn()
  keeper.onRespawn(respawned)
  const taking = keeper.take('a')
  die()
  await expect(taking).rejects.toMatchObject({ problem: { code: 'keeper-died', reason: 'out of memory' } })
  expect(workers).toHaveLength(2)
  expect(workers[0]?.ended).toBe(true)
  expect(respawned).toHaveBeenCalledTimes(1)
  say({ type: 'keeping', problem: null })
  expect(state().problem).toBeNull()

  die()
  expect(workers).toHaveLength(2)
  expect(state().problem).toEqual({ code: 'keeper-died', reason: 'out of memory' })
  await expect(keeper.list()).rejects.toMatchObject({ problem: { code: 'keeper-died' } })
  // A port can be asked for; nobody listens at its other end, and the run goes on.
  keeper.portForRun()
})

test('a browser without workers has no keeper, and says so', () => {
  const keeper = createKeeper({
    spawn() {
      throw new Error('no workers here')
    },
  })
  expect(keeper.store.getState().problem).toEqual({ code: 'keeper-died', reason: 'Error: no workers here' })
})

test('the browser is asked to keep what is stored when somebody names a run or brings one along', () => {
  const { keeper, persist } = desk()
  keeper.take('a')
  keeper.rename('a', null)
  expect(persist).not.toHaveBeenCalled()
  keeper.rename('a', 'Best')
  keeper.unpack({ file: new Blob(), fileName: 'a.faltwerk' })
  expect(persist).toHaveBeenCalledTimes(2)
})
