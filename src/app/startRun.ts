/** The run of this page and the view of it, as its address wants them. Of what changes in the address later it follows the digit alone. */
import { training } from '../network/spec.ts'
import type { DataRequest } from '../protocol/messages.ts'
import { isOneFile } from '../session/edition.ts'
import { createKeeper } from '../session/keeper.ts'
import { createOffer } from '../session/offer.ts'
import { createRun, type Run } from '../session/run.ts'
import { createScrubber } from '../session/scrubber.ts'
import { spawnTapeWorker } from '../session/spawn.ts'
import { createTapePlayer } from '../session/tapePlayer.ts'
import type { PageRun } from '../session/useRun.ts'
import { createView } from '../session/view.ts'
import { largestSeed } from './address.ts'
import { followDigit } from './followDigit.ts'
import { keepInTime } from './keepInTime.ts'
import {
  changeAddress,
  changeAddressSoon,
  currentAddress,
  onVisitorsAddress,
  watchAddressBar,
} from './useAddress.ts'

/** MNIST from the page's own origin, under any sub-path; the built-in digits where there is no such place. */
export function automaticData(): DataRequest {
  if (isOneFile) return { kind: 'built-in' }
  return { kind: 'automatic', mnistUrl: new URL('data/mnist/', document.baseURI).href }
}

/** A seed that can be read aloud. */
export function randomSeed(): number {
  return 1 + Math.floor(Math.random() * Math.min(9999, largestSeed))
}

export function startRun(): PageRun {
  const { seed, steps, backend, digit } = currentAddress()
  const keeper = createKeeper({ root: document.documentElement })
  const run = createRun({
    settings: {
      seed: seed ?? 1,
      stepLimit: steps ?? training.stepLimit,
      backend: backend ?? 'auto',
      gentle: false,
    },
    data: automaticData(),
    digit: { from: 'test', index: digit ?? 0 },
    root: document.documentElement,
    keeper,
  })
  keepInTime(run)
  followRun(run)
  keepDigitInRange(run)
  watchAddressBar()
  const player = createTapePlayer({
    spawn: spawnTapeWorker,
    keeperPort: keeper.portForTape,
    requestDigits: run.requestDigits,
    beforeNextPaint: (paint) => requestAnimationFrame(paint),
  })
  keeper.onRespawn(player.keeperChanged)
  run.store.subscribe(({ data }, before) => {
    if (data !== before.data) player.digitsChanged()
  })
  const lane = player.openLane(run.frames.digit())
  const view = createView({ run, lane, root: document.documentElement })
  followDigit(view.frames, {
    read: () => currentAddress().digit,
    write: (digit) => changeAddressSoon({ digit }),
    onVisit: onVisitorsAddress,
  })
  const scrubber = createScrubber({
    run,
    view,
    tapes: keeper.store,
    beforeNextPaint: requestAnimationFrame,
  })
  return { run, view, player, keeper, scrubber, offer: createOffer({ run, keeper }) }
}

/** A kept run that goes on has a seed and a length of its own: the address names those of the run that is there. */
function followRun(run: Run): void {
  run.store.subscribe(({ id, settings: { seed, stepLimit } }, before) => {
    if (id === null || id === before.id) return
    const named = currentAddress()
    if ((named.seed ?? 1) !== seed) changeAddress({ seed })
    if ((named.steps ?? training.stepLimit) !== stepLimit) changeAddress({ steps: stepLimit })
  })
}

/** A link made with one set may be opened with a smaller one. */
function keepDigitInRange(run: Run): void {
  run.store.subscribe(({ data }, before) => {
    const digit = run.frames.digit()
    if (!data || data === before.data || digit.from !== 'test') return
    if (digit.index >= data.test) run.frames.showDigit({ from: 'test', index: digit.index % data.test })
  })
}

const startPatienceMs = 10_000

/** Resolves when the run can be trained, or it takes unusually long. */
export function whenStarted(run: Run): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, startPatienceMs)
    const unsubscribe = run.store.subscribe(({ status }) => {
      if (status === 'starting') return
      unsubscribe()
      resolve()
    })
  })
}
