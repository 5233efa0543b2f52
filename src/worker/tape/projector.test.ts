import { expect, test, vi } from 'vitest'
import { firstParameters, someSnapshot } from '../../../tests/fixtures/keptSteps.ts'
import { zeroParameters } from '../../network/parameters.ts'
import { type ParameterValues, pixelCount } from '../../network/spec.ts'
import type { KeptStepWish, TapeCommand, TapePlace, TapeReport } from '../../protocol/tape.ts'
import { packInScript } from '../../tape/blocks.ts'
import { packStep, type Root } from '../../tape/keptStep.ts'
import type { Viewer } from '../../training/viewer.ts'
import { createKeptSteps } from './keptSteps.ts'
import { createProjector } from './projector.ts'

type Show = Extract<TapeCommand, { type: 'show' }>

const root: Root = { fc1: firstParameters(3)['fc1/weights'], from: 'seed' }
const packed = new Map([0, 1, 2].map((step) => [step, packStep(someSnapshot(step), root, packInScript())]))
const ofFile = new Map([[0, packStep({ ...someSnapshot(2), step: 0 }, null, packInScript())]])

/** The tape's worker with a keeper that has steps 0 to 2 of run a, and step 0 of run f, whose weights are a file's. */
function tapeWorker({ memoryBytes = 64_000_000 } = {}) {
  const wishes: KeptStepWish[] = []
  const reports: TapeReport[] = []
  const viewers: { bias: number; first: ParameterValues | null; isDisposed: boolean }[] = []
  const keptSteps = createKeptSteps(
    (wish) => {
      wishes.push(wish)
      const { run, step } = wish.place
      const bytes = (run === 'f' ? ofFile : packed).get(step) ?? null
      queueMicrotask(() => keptSteps.receive({ type: 'kept-step', ...wish, bytes: bytes?.slice() ?? null }))
    },
    { memoryBytes },
  )
  function createViewer(): Viewer {
    const viewer: (typeof viewers)[number] = { bias: 0, first: null, isDisposed: false }
    viewers.push(viewer)
    const parameters = zeroParameters()
    const unused = () => Promise.reject(new Error('nobody evaluates here'))
    return {
      load(_, write) {
        write(parameters)
        viewer.bias = parameters['conv1/bias'][0]!
      },
      async taps(_, taps, { first, spare }) {
        viewer.first = first?.() ?? null
        const values = spare ? new Float32Array(spare) : Float32Array.of(viewer.bias)
        return { values, planes: taps.map((tap) => ({ tap, shape: [1], offset: 0 })) }
      },
      evaluate: unused,
      examine: unused,
      dispose() {
        viewer.isDisposed = true
      },
    }
  }
  const failed = vi.fn()
  const projector = createProjector({
    keptSteps,
    createViewer,
    post: (report) => reports.push(report),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    failed,
  })
  let asks = 0
  return {
    wishes,
    reports,
    viewers,
    keptSteps,
    failed,
    ...projector,
    wish(place: TapePlace, more: Partial<Show> = {}) {
      projector.show({
        type: 'show',
        lane: 0,
        ask: ++asks,
        place,
        digit: { from: 'test', index: 4 },
        imageHW: new Float32Array(pixelCount),
        label: 4,
        taps: ['conv1/bias'],
        dropoutKeep: 1,
        ...more,
      })
    },
    async told(count: number) {
      await vi.waitFor(() => expect(reports).toHaveLength(count), { timeout: 20_000 })
      expect(failed).not.toHaveBeenCalled()
    },
  }
}
const at = (step: number, run = 'a'): TapePlace => ({ run, step })
const biasOf = (step: number) => someSnapshot(step).parameters['conv1/bias'][0]

test('a wish is answered by a frame of the very step, for the digit asked for', async () => {
  const it = tapeWorker()
  it.wish(at(2))
  await it.told(1)
  expect(it.reports[0]).toMatchObject({
    type: 'shown',
    lane: 0,
    ask: 1,
    place: at(2),
    frame: { step: 2, label: 4, digit: { from: 'test', index: 4 }, dropoutKeep: 1 },
  })
  const [report] = it.reports
  expect(report?.type === 'shown' && report.frame.values[0]).toBe(biasOf(2))
})

test('steps are asked for once while there is memory for them', async () => {
  const it = tapeWorker()
  for (const [count, step] of [1, 2, 1, 2].entries()) {
    it.wish(at(step))
    await it.told(count + 1)
  }
  expect(it.wishes.map(({ place }) => place.step)).toEqual([1, 2])
  const small = tapeWorker({ memoryBytes: 1000 })
  for (const [count, step] of [1, 2, 1].entries()) {
    small.wish(at(step))
    await small.told(count + 1)
  }
  expect(small.wishes.map(({ place }) => place.step)).toEqual([1, 2, 1])
})

test('two lanes at different places keep a network each', async () => {
  const it = tapeWorker()
  it.wish(at(1))
  it.wish(at(2), { lane: 1 })
  await it.told(2)
  expect(it.viewers.map(({ bias }) => bias)).toEqual([biasOf(1), biasOf(2)])
  it.forget(1)
  expect(it.viewers.map(({ isDisposed }) => isDisposed)).toEqual([false, true])
})

test('a later wish of a lane takes the place of one that was not begun', async () => {
  const it = tapeWorker()
  it.wish(at(0))
  it.wish(at(1))
  it.wish(at(2))
  await it.told(2)
  expect(it.reports.map((report) => report.type === 'shown' && report.place.step)).toEqual([0, 2])
})

test('the memory that came with a wish is filled by the one that takes its place', async () => {
  const it = tapeWorker()
  it.wish(at(0))
  it.wish(at(1), { spent: new ArrayBuffer(40) })
  it.wish(at(2))
  await it.told(2)
  const [, report] = it.reports
  expect(report?.type === 'shown' && report.frame.values.length).toBe(10)
})

test('a wish that arrives while a picture is computed is the next one, however many came before it', async () => {
  const it = tapeWorker()
  it.wish(at(0))
  it.wish(at(1))
  // In the worker it lies in the queue of messages while the first picture is computed.
  setImmediate(() => it.wish(at(2)))
  await it.told(2)
  expect(it.reports.map((report) => report.type === 'shown' && report.place.step)).toEqual([0, 2])
})

test('a lane that is closed while its step is on the way gets no network', async () => {
  const it = tapeWorker()
  it.wish(at(1))
  it.forget(0)
  await it.told(1)
  expect(it.viewers).toEqual([])
})

test('a step that is not there, or of a run that is not, is said to be missing', async () => {
  const it = tapeWorker()
  it.wish(at(7))
  await it.told(1)
  expect(it.reports[0]).toMatchObject({ type: 'not-shown', ask: 1, place: at(7) })
  it.wish(at(1))
  await it.told(2)
  expect(it.reports[1]).toMatchObject({ type: 'shown', ask: 2 })
})

test('the network a run began with is drawn from its seed, or that of the file', async () => {
  const it = tapeWorker()
  it.wish(at(2), { taps: ['first/conv1/bias', 'first/fc1/weights'] })
  await it.told(1)
  expect(it.viewers[0]?.first?.['conv1/bias'][0]).toBe(biasOf(0))
  it.wish(at(0, 'f'), { taps: ['first/conv1/bias'] })
  await it.told(2)
  expect(it.viewers[0]?.first?.['conv1/bias'][0]).toBe(biasOf(2))
})

test('the batch of the step is shown with it', async () => {
  const it = tapeWorker()
  it.wish(at(2), { taps: ['conv1/bias', 'batch/labels', 'batch/images', 'batch/keep'] })
  await it.told(1)
  const [report] = it.reports
  if (report?.type !== 'shown') throw new Error('not shown')
  const { planes, values } = report.frame
  const plane = (tap: string) => planes.find((one) => one.tap === tap)!.offset
  const batch = someSnapshot(2).batch!
  expect([...values.subarray(plane('batch/labels'), plane('batch/labels') + 3)]).toEqual([...batch.labels])
  expect(values[plane('batch/images') + 51]).toBe(Math.fround(51 / 255))
  expect(values[plane('batch/keep')]).toBe(0.5)
})

test('after the run went back, its later steps are asked for again', async () => {
  const it = tapeWorker()
  it.wish(at(2))
  await it.told(1)
  it.keptSteps.receive({ type: 'back-to', run: 'a', step: 1 })
  it.wish(at(2))
  await it.told(2)
  expect(it.wishes.map(({ place }) => place.step)).toEqual([2, 2])
})
