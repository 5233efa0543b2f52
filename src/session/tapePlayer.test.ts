import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pixelCount } from '../network/spec.ts'
import type { TapeCommand, TapePlace, TapeReport } from '../protocol/tape.ts'
import type { Digits, DigitsQuery } from './digits.ts'
import type { TapeWorker } from './spawn.ts'
import { createTapePlayer, idleMs } from './tapePlayer.ts'

type Show = Extract<TapeCommand, { type: 'show' }>

const at = (step: number): TapePlace => ({ run: 'a', step })

/** A player whose worker, paints and digits are in the hands of the test. */
function player() {
  const workers: (TapeWorker & { readonly got: TapeCommand[]; isEnded: boolean })[] = []
  const paints: (() => void)[] = []
  const requestDigits = vi.fn(
    async ({ indices }: DigitsQuery): Promise<Digits> => ({
      imagesNHW: new Uint8Array(pixelCount).fill(51),
      labels: Uint8Array.of(7),
      indices: Uint32Array.from(indices ?? []),
      matching: 100,
    }),
  )
  const made = createTapePlayer({
    spawn() {
      const worker: (typeof workers)[number] = {
        got: [],
        isEnded: false,
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        postMessage(command) {
          worker.got.push(command)
        },
        terminate() {
          worker.isEnded = true
        },
      }
      workers.push(worker)
      return worker
    },
    keeperPort: () => new MessageChannel().port1,
    requestDigits,
    beforeNextPaint: (paint) => paints.push(paint),
  })
  const last = () => workers.at(-1)!
  const shows = () => last().got.filter((command): command is Show => command.type === 'show')
  const report = (data: TapeReport) => last().onmessage?.(new MessageEvent('message', { data }))
  return {
    ...made,
    workers,
    requestDigits,
    shows,
    report,
    /** The worker shows this, or what it was asked for last. */
    answer(wish = shows().at(-1), values = Float32Array.of(1, 2, 3)) {
      const { lane, ask, place, digit, label, dropoutKeep } = wish!
      const planes = [{ tap: 'fc2/bias' as const, shape: [values.length], offset: 0 }]
      const frame = { type: 'frame' as const, step: place.step, digit, label, dropoutKeep, values, planes }
      report({ type: 'shown', lane, ask, place, frame })
    },
    paint() {
      for (const paint of paints.splice(0)) paint()
    },
    settled: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

const digit = { from: 'test' as const, index: 4 }

/** A lane that watches one tap and has gone to step 1, whose picture has been asked for. */
async function atStep1() {
  const made = player()
  const lane = made.openLane(digit)
  lane.watch(['fc2/bias'])
  lane.goTo(at(1))
  await made.settled()
  return { ...made, lane }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('no worker starts before the first wish', async () => {
  const made = player()
  made.openLane(digit).watch(['fc2/bias'])
  await made.settled()
  expect(made.workers).toHaveLength(0)
})

test('a wish brings the digit, and its picture is shown at the next paint', async () => {
  const { lane, shows, answer, paint } = await atStep1()
  expect(shows()).toMatchObject([{ lane: 0, place: at(1), label: 7, taps: ['fc2/bias'], dropoutKeep: 1 }])
  expect(shows()[0]?.imageHW[0]).toBeCloseTo(0.2)
  expect(lane.store.getState()).toEqual({ shown: null, fetching: at(1), failed: null })
  const seen = vi.fn()
  lane.subscribe(seen)
  answer()
  expect(seen).not.toHaveBeenCalled()
  paint()
  expect(seen).toHaveBeenCalledTimes(1)
  expect(lane.latest()?.planes.get('fc2/bias')?.values).toEqual(Float32Array.of(1, 2, 3))
  expect(lane.store.getState()).toEqual({ shown: at(1), fetching: null, failed: null })
})

test('the worker has the newest wish while it computes: of those that were replaced no answer is awaited', async () => {
  const { lane, shows, answer, paint, settled } = await atStep1()
  for (const step of [2, 3, 5]) {
    lane.goTo(at(step))
    await settled()
  }
  expect(shows().map(({ place }) => place.step)).toEqual([1, 2, 3, 5])
  answer(shows()[0])
  paint()
  expect(lane.store.getState()).toEqual({ shown: at(1), fetching: at(5), failed: null })
  answer(shows()[3])
  paint()
  expect(lane.store.getState()).toEqual({ shown: at(5), fetching: null, failed: null })
})

test('while a picture waits for the next paint, no more are asked for; the newest wish goes out before it is painted', async () => {
  const { lane, shows, answer, paint, settled } = await atStep1()
  answer()
  for (const step of [2, 3, 5, 7]) {
    lane.goTo(at(step))
    await settled()
  }
  expect(shows()).toHaveLength(1)
  let asked: number[] = []
  lane.subscribe(() => {
    asked = shows().map(({ place }) => place.step)
  })
  paint()
  expect(asked).toEqual([1, 7])
  expect(lane.store.getState()).toEqual({ shown: at(1), fetching: at(7), failed: null })
})

test('an answer to an older wish does not come after one to a newer', async () => {
  const { lane, shows, answer, paint, settled } = await atStep1()
  lane.goTo(at(2))
  await settled()
  answer(shows()[1])
  paint()
  answer(shows()[0])
  paint()
  expect(lane.latest()?.step).toBe(2)
})

test('a step that cannot be had is no trouble while a newer wish is under way', async () => {
  const { lane, shows, report, settled } = await atStep1()
  lane.goTo(at(2))
  await settled()
  const { ask, place } = shows()[0]!
  report({ type: 'not-shown', lane: 0, ask, place, reason: 'gone' })
  expect(lane.store.getState()).toEqual({ shown: null, fetching: at(2), failed: null })
})

test('a picture that was not painted in time is passed over', async () => {
  const { lane, shows, answer, paint, settled } = await atStep1()
  const seen: number[] = []
  lane.subscribe(({ step }) => seen.push(step))
  lane.goTo(at(2))
  await settled()
  answer(shows()[0])
  answer(shows()[1])
  paint()
  expect(seen).toEqual([2])
})

test('the memory of large pictures goes back to be filled again, that of small ones stays', async () => {
  const { lane, shows, answer, paint, settled } = await atStep1()
  const large = new Float32Array(2 ** 21)
  answer(undefined, large)
  paint()
  for (const step of [2, 3]) {
    lane.goTo(at(step))
    await settled()
    answer(undefined, Float32Array.of(step))
    paint()
  }
  lane.goTo(at(5))
  await settled()
  expect(shows().map(({ spent }) => spent)).toEqual([undefined, undefined, large.buffer, undefined])
})

test('while pictures are held none is shown or asked for; then the one that came, and the newest wish', async () => {
  const { lane, shows, answer, paint, settled } = await atStep1()
  const release = lane.hold()
  answer()
  paint()
  lane.goTo(at(2))
  await settled()
  expect(lane.latest()).toBe(null)
  expect(shows()).toHaveLength(1)
  release()
  expect(lane.latest()?.step).toBe(1)
  expect(shows().at(-1)?.place).toEqual(at(2))
})

test('without watched taps the lane goes anywhere at once, and asks for nothing', async () => {
  const made = player()
  const lane = made.openLane(digit)
  lane.goTo(at(3))
  await made.settled()
  expect(lane.store.getState()).toEqual({ shown: at(3), fetching: null, failed: null })
  expect(made.workers).toHaveLength(0)
})

test('a picture that is under way when nobody watches any more does not lead the lane back', async () => {
  const made = player()
  const lane = made.openLane(digit)
  const unwatch = lane.watch(['fc2/bias'])
  lane.goTo(at(1))
  await made.settled()
  unwatch()
  lane.goTo(at(3))
  await made.settled()
  expect(lane.store.getState().shown).toEqual(at(3))
  made.answer()
  made.paint()
  expect(lane.store.getState()).toEqual({ shown: at(3), fetching: null, failed: null })
})

test('a step that is not on the tape any more leaves the picture before, and can be wished again', async () => {
  const { lane, shows, report, settled } = await atStep1()
  const { ask, place } = shows()[0]!
  report({ type: 'not-shown', lane: 0, ask, place, reason: 'gone' })
  expect(lane.store.getState()).toEqual({
    shown: null,
    fetching: null,
    failed: { place: at(1), reason: 'gone' },
  })
  lane.goTo(at(1))
  await settled()
  expect(shows()).toHaveLength(2)
})

test('a worker that died is started again with the next wish, with a keeper port of its own', async () => {
  const { lane, workers, settled } = await atStep1()
  workers[0]?.onerror?.(Object.assign(new Event('error'), { message: 'out of memory' }) as ErrorEvent)
  expect(workers[0]?.isEnded).toBe(true)
  expect(lane.store.getState().failed).toEqual({ place: at(1), reason: 'out of memory' })
  lane.goTo(at(2))
  await settled()
  expect(workers).toHaveLength(2)
  expect(workers[1]?.got.map(({ type }) => type)).toEqual(['open', 'show'])
})

test('lanes are independent, and a closed one is forgotten by the worker', async () => {
  const made = await atStep1()
  const other = made.openLane(digit)
  other.watch(['fc2/bias'])
  other.goTo(at(9))
  await made.settled()
  expect(made.shows().map(({ lane, place }) => [lane, place.step])).toEqual([
    [0, 1],
    [1, 9],
  ])
  other.close()
  made.answer()
  made.paint()
  expect(other.latest()).toBe(null)
  expect(made.workers[0]?.got.at(-1)).toEqual({ type: 'forget', lane: 1 })
})

test('the digit is asked for once; after a change of the set, again', async () => {
  const { lane, answer, paint, settled, requestDigits, digitsChanged, shows } = await atStep1()
  answer()
  paint()
  lane.goTo(at(2))
  await settled()
  expect(requestDigits).toHaveBeenCalledTimes(1)
  answer()
  paint()
  digitsChanged()
  await settled()
  expect(requestDigits).toHaveBeenCalledTimes(2)
  expect(shows().at(-1)?.place).toEqual(at(2))
})

test('the worker ends when nothing was wished for a while, but not while a picture is awaited', async () => {
  const { workers, answer } = await atStep1()
  vi.advanceTimersByTime(idleMs)
  expect(workers[0]?.isEnded).toBe(false)
  answer()
  vi.advanceTimersByTime(idleMs)
  expect(workers[0]?.isEnded).toBe(true)
})
