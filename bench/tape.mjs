/** The tape: how fast kept steps are shown, paused and while the training goes on, what that costs it, and how large the tape is. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../scripts/lib/paths.mjs'
import { median } from './lib.mjs'
import { everyShownTap, withWorker } from './workerClient.mjs'

export const title = 'Tape'

/** What the lesson of the convolution watches, with the answer of the network. */
const lessonTaps = ['input', 'conv1/weights', 'conv1/bias', 'conv1/pre', 'conv1', 'pool1', 'fc2', 'softmax']

export async function measure({ steps = 300, seconds = 6 } = {}) {
  const keeper = readdirSync(join(PROJECT, 'dist', 'assets')).find((name) =>
    /^keeperWorker-.*\.js$/.test(name),
  )
  return withWorker(async (page) => {
    await page.evaluate(startTape, keeper)
    const { tape, packMs } = await page.evaluate(train, steps)
    console.log(`  tape: ${JSON.stringify(tape)}`)
    const rows = []
    for (const [taps, names] of [
      ['a lesson', lessonTaps],
      ['every tap that is shown', everyShownTap],
    ]) {
      for (const [order, lanes] of [
        ['to and fro', 1],
        ['at random', 1],
        ['at random, two side by side', 2],
      ]) {
        const wishes = { names, order, lanes, steps: tape.steps, run: tape.run, seconds }
        const paused = await page.evaluate(scrub, { ...wishes, isTraining: false })
        const training = await page.evaluate(scrub, { ...wishes, isTraining: true })
        for (const [run, result] of Object.entries({ paused, training }))
          rows.push({ taps, order, run, ...result })
        console.log(`  ${taps}, ${order}: ${JSON.stringify({ paused, training })}`)
      }
    }
    const digit = await page.evaluate(sameStep, { names: lessonTaps, step: tape.steps.at(-1), run: tape.run })
    const size = {
      steps,
      kept: tape.steps.length,
      megabytes: Number((tape.bytes / 1e6).toFixed(1)),
      budgetMegabytes: tape.budgetBytes / 1e6,
      fc1Tolerance: tape.fc1Tolerance,
      packMs: Math.round(median(packMs)),
      packMsLongest: Math.round(Math.max(...packMs)),
      anotherDigitMs: digit.sameMs,
      anotherStepMs: digit.otherMs,
    }
    return {
      tables: [
        {
          title: 'Scrubbing',
          note: 'Wishes as the page makes them: the next one when the picture of the last has come. msPerStep is that of the training in the same seconds, and without scrubbing in as many seconds before.',
          rows,
        },
        {
          title: 'What is kept',
          note: 'Packing while the training goes on. Another digit at the same step needs no unpacking, another step does.',
          rows: [size],
        },
      ],
    }
  })
}

/** Runs in the page: the keeper and the tape's worker beside the worker of the run, connected as the page connects them. */
async function startTape(keeperScript) {
  const { worker } = window
  const base = new URL('assets/', location.href)
  const keeper = new Worker(new URL(keeperScript, base), { type: 'module', name: 'faltwerk-keeper' })
  const listeners = new Set()
  keeper.onmessage = ({ data }) => {
    for (const listener of [...listeners]) listener(data)
  }
  keeper.postMessage({ type: 'open' })
  const packMs = []
  let tape = null
  // Between the worker of the run and the keeper, to see how long packing takes.
  const ofRun = new MessageChannel()
  const ofKeeper = new MessageChannel()
  let sentAtMs = 0
  ofRun.port1.onmessage = ({ data }) => {
    if (data.type === 'snapshot') sentAtMs = performance.now()
    ofKeeper.port1.postMessage(data)
  }
  ofKeeper.port1.onmessage = ({ data }) => ofRun.port1.postMessage(data)
  listeners.add((report) => {
    if (report.type !== 'tape') return
    tape = report.tape
    packMs.push(performance.now() - sentAtMs)
  })
  keeper.postMessage({ type: 'connect', to: 'run', port: ofKeeper.port2 }, [ofKeeper.port2])
  worker.send({ type: 'keep-with', port: ofRun.port2 }, [ofRun.port2])

  const shower = new Worker(worker.url, { type: 'module', name: 'faltwerk-tape' })
  const ofTape = new MessageChannel()
  keeper.postMessage({ type: 'connect', to: 'tape', port: ofTape.port1 }, [ofTape.port1])
  const awaited = new Map()
  const opened = new Promise((resolve, reject) => {
    shower.onerror = (event) => reject(new Error(event.message))
    shower.onmessage = ({ data }) => {
      if (data.type === 'opened') resolve(data.backend)
      else {
        awaited.get(data.ask)?.(data)
        awaited.delete(data.ask)
      }
    }
  })
  shower.postMessage({ type: 'open', keeper: ofTape.port2 }, [ofTape.port2])
  const backend = await opened
  if (backend !== 'wasm') throw new Error(`The tape's worker computes on ${backend}.`)
  const digits = worker.next(({ type }) => type === 'digits')
  worker.send({ type: 'want-digits', id: 1, split: 'test', label: null, offset: 0, count: 2 })
  const { imagesNHW } = await digits
  const imageAt = (index) =>
    Float32Array.from(imagesNHW.subarray(index * 784, index * 784 + 784), (byte) => byte / 255)
  let asks = 0
  window.tape = {
    packMs,
    contents: () => tape,
    show({ lane, run, step, taps, index = 0 }) {
      const ask = ++asks
      return new Promise((resolve, reject) => {
        awaited.set(ask, (report) =>
          report.type === 'shown' ? resolve(report) : reject(new Error(report.reason)),
        )
        shower.postMessage({
          type: 'show',
          lane,
          ask,
          place: { run, step },
          digit: { from: 'test', index },
          imageHW: imageAt(index),
          label: null,
          taps,
          dropoutKeep: 0.5,
        })
      })
    },
  }
}

/** Runs in the page: a run of so many steps, paused at its end. */
async function train(steps) {
  const { worker, tape } = window
  await worker.startOver()
  const reached = worker.step(steps)
  worker.send({ type: 'train' })
  await reached
  const paused = worker.status('paused')
  worker.send({ type: 'pause' })
  await paused
  await new Promise((resolve) => setTimeout(resolve, 2000))
  return { tape: tape.contents(), packMs: tape.packMs }
}

/** Runs in the page: as many pictures as can be had in so many seconds. */
async function scrub({ names, order, lanes, steps, run, seconds, isTraining }) {
  const { worker, tape } = window
  const at = (share, sorted) => sorted[Math.floor(share * (sorted.length - 1))]
  let alone = null
  const trained = async (during) => {
    const first = await worker.next(({ type, step }) => type === 'status' && step > 0)
    const fromMs = performance.now()
    await during()
    const last = await worker.next(({ type }) => type === 'status')
    return (performance.now() - fromMs) / (last.step - first.step)
  }
  const wait = () => new Promise((resolve) => setTimeout(resolve, 1000 * seconds))
  if (isTraining) {
    worker.send({ type: 'train' })
    alone = await trained(wait)
  }
  const times = []
  let tookMs = 0
  const scrubbing = async () => {
    const startMs = performance.now()
    const endMs = startMs + 1000 * seconds
    const one = async (lane) => {
      for (let i = 0; performance.now() < endMs; i++) {
        const last = steps.length - 1
        const turn = i % (2 * last)
        const place =
          order === 'to and fro' ? Math.min(turn, 2 * last - turn) : Math.floor(Math.random() * steps.length)
        const wishedMs = performance.now()
        await tape.show({ lane, run, step: steps[place], taps: names })
        times.push(performance.now() - wishedMs)
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, lane) => one(lane)))
    tookMs = performance.now() - startMs
  }
  const msPerStep = isTraining ? await trained(scrubbing) : await scrubbing()
  if (isTraining) {
    const paused = worker.status('paused')
    worker.send({ type: 'pause' })
    await paused
  }
  const sorted = times.sort((one, other) => one - other)
  const round = (ms) => Number(ms.toFixed(1))
  return {
    picturesPerSecond: round((1000 * times.length) / tookMs),
    wishToPictureMs: round(at(0.5, sorted)),
    wishToPictureMs95: round(at(0.95, sorted)),
    wishToPictureMsLongest: round(at(1, sorted)),
    ...(isTraining && { msPerStep: Math.round(msPerStep), msPerStepWithout: Math.round(alone) }),
  }
}

/** Runs in the page: median milliseconds for another digit at one step, and for another step. */
async function sameStep({ names, step, run }) {
  const { tape } = window
  const time = async (wish) => {
    const startMs = performance.now()
    await tape.show({ lane: 0, run, taps: names, ...wish })
    return performance.now() - startMs
  }
  const [same, other] = [[], []]
  for (let i = 0; i < 30; i++) {
    same.push(await time({ step, index: i % 2 }))
    other.push(await time({ step: i % 2 ? step : tape.contents().steps.at(-2), index: 0 }))
    await time({ step, index: 0 })
  }
  const middle = (times) => Number(times.sort((a, b) => a - b)[15].toFixed(1))
  return { sameMs: middle(same), otherMs: middle(other) }
}
