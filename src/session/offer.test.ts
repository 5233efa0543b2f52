import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { KeptRun, RunHeader } from '../protocol/keep.ts'
import type { ContinueOutcome } from './continuing.ts'
import { type KeeperState, KeepRefusal } from './keeper.ts'
import { createOffer } from './offer.ts'
import { type RunState, untouched } from './state.ts'
import { settings } from './testing/bench.ts'

const header = (id: string, step: number, canContinue = true): RunHeader => ({
  ...{ id, name: null, startedMs: 1, changedMs: 2, settings, origin: { kind: 'seed' } },
  ...{ means: { backend: 'webgl', threads: 1, kernels: null }, step, canContinue, bytes: 1 },
  data: { source: 'files', fingerprint: 'f', train: 55_000, test: 10 },
  ...{ loss: 1, accuracy: null, curve: [] },
})

function visit(outcome: ContinueOutcome = { kind: 'continued', isExact: true }) {
  const run = createStore<RunState>(() => ({ ...untouched(settings).state, id: 'present' }))
  const keeper = createStore<KeeperState>(() => ({
    ...{ problem: 'starting', runs: [], isListed: false, kept: null, tapes: new Map() },
  }))
  const kept = { header: header('last', 40), checkpoint: { network: { step: 40 } } } as KeptRun
  const take = vi.fn(() => Promise.resolve({ kept, problem: null }))
  const continueWith = vi.fn(() => Promise.resolve(outcome))
  const offer = createOffer({ run: { store: run, continueWith }, keeper: { store: keeper, take } })
  const list = (runs: readonly RunHeader[], problem: KeeperState['problem'] = null) =>
    keeper.setState({ runs, problem, isListed: true })
  return { run, keeper, offer, list, take, continueWith, offered: () => offer.store.getState().offered }
}

test('the run that changed last is offered, if it can go on', () => {
  const it = visit()
  expect(it.offered()).toBeNull()
  it.list([header('file', 10, false), header('last', 40), header('older', 90)])
  expect(it.offered()).toMatchObject({ id: 'last', step: 40, because: 'visit', needs: null })
})

test('nothing is offered that another tab may be training, and nothing once something is trained here', () => {
  const other = visit()
  other.list([header('last', 40)], { code: 'other-tab' })
  expect(other.offered()).toBeNull()
  const it = visit()
  it.list([header('last', 40)])
  it.run.setState({ status: 'training', step: 1 })
  expect(it.offered()).toBeNull()
  it.run.setState({ status: 'ready', step: 0 })
  it.list([header('present', 1), header('last', 40)])
  expect(it.offered()).toBeNull()
})

test('an offer that is dismissed stays away, and nothing is removed', () => {
  const it = visit()
  it.list([header('last', 40)])
  it.offer.dismiss()
  it.list([header('last', 40)])
  expect(it.offered()).toBeNull()
  expect(it.take).not.toHaveBeenCalled()
})

test('taken up, it is gone; where the numbers will differ in rounding that is said', async () => {
  const it = visit({ kind: 'continued', isExact: false })
  it.list([header('last', 40)])
  const accepted = it.offer.accept()
  expect(it.offered()?.isComing).toBe(true)
  await accepted
  expect(it.continueWith).toHaveBeenCalledOnce()
  expect(it.offer.store.getState()).toEqual({
    offered: null,
    problem: null,
    inexact: { id: 'last', from: 'webgl', step: 40 },
  })
})

test('without its digits it stays an offer, and says which ones it needs', async () => {
  const it = visit({ kind: 'other-digits' })
  it.list([header('last', 40)])
  await it.offer.accept()
  expect(it.offered()).toMatchObject({ isComing: false, needs: { source: 'files', train: 55_000 } })
})

test('when the visitor has brought its digits it goes on by itself', async () => {
  const it = visit({ kind: 'other-digits' })
  it.list([header('last', 40)])
  await it.offer.accept()
  const mark = { source: 'files', train: 9, test: 10 } as const
  it.run.setState({ mark: { ...mark, fingerprint: 'others' } })
  expect(it.continueWith).toHaveBeenCalledOnce()
  it.continueWith.mockResolvedValue({ kind: 'continued', isExact: true })
  it.run.setState({ mark: { ...mark, fingerprint: 'f' } })
  await vi.waitFor(() => expect(it.offered()).toBeNull())
  expect(it.continueWith).toHaveBeenCalledTimes(2)
})

test('where the worker dies over it the offer is made again; where something else was wanted it is not', async () => {
  for (const status of ['failed', 'starting'] as const) {
    const it = visit({ kind: 'given-up' })
    it.list([header('last', 40)])
    it.continueWith.mockImplementationOnce(async () => {
      it.run.setState({ status })
      return { kind: 'given-up' }
    })
    await it.offer.accept()
    if (status === 'starting') expect(it.offered()).toBeNull()
    else expect(it.offered()).toMatchObject({ id: 'last', step: 40, isComing: false })
  }
})

test('what cannot be read is said, and no longer offered', async () => {
  const it = visit()
  it.take.mockRejectedValueOnce(new KeepRefusal({ code: 'checkpoint-damaged', step: null }))
  it.list([header('last', 40)])
  await it.offer.accept()
  expect(it.offer.store.getState()).toMatchObject({
    offered: null,
    problem: { code: 'checkpoint-damaged', step: null },
  })
})

test('a run that cannot go on by itself offers its own last checkpoint, even after an earlier offer', () => {
  const it = visit()
  it.list([header('last', 40)])
  it.run.setState({ status: 'training', step: 70 })
  it.keeper.setState({ kept: { id: 'present', step: 64, atMs: 0 } })
  expect(it.offered()).toBeNull()
  it.run.setState({ status: 'failed', problem: { code: 'worker-died', reason: 'memory' } })
  expect(it.offered()).toMatchObject({ id: 'present', step: 64, because: 'failure' })
  it.run.setState({ status: 'starting', step: 0 })
  expect(it.offered()).toBeNull()
})

test('a run of which nothing is kept offers nothing when it fails', () => {
  const it = visit()
  it.list([])
  it.keeper.setState({ kept: { id: 'another', step: 64, atMs: 0 } })
  it.run.setState({ status: 'failed', step: 3 })
  expect(it.offered()).toBeNull()
})

test('a run that the keeper has in memory alone goes on too; what comes late is taken in', () => {
  const it = visit()
  it.list([], { code: 'no-storage', reason: '' })
  it.run.setState({ status: 'training', step: 70 })
  it.list([header('present', 50)], { code: 'no-storage', reason: '' })
  it.run.setState({ status: 'failed' })
  expect(it.offered()).toMatchObject({ id: 'present', step: 50, because: 'failure' })
  it.list([header('present', 60)], { code: 'no-storage', reason: '' })
  expect(it.offered()).toMatchObject({ step: 60 })
  const late = visit()
  late.list([])
  late.keeper.setState({ kept: { id: 'present', step: 64, atMs: 0 } })
  late.run.setState({ status: 'failed', step: 70 })
  expect(late.offered()).toMatchObject({ step: 64, header: null })
  late.list([header('present', 64)])
  expect(late.offered()?.header?.step).toBe(64)
})
