/** The run of this page, as its address wants it. What changes in the address later does not touch it. */
import { training } from '../network/spec.ts'
import type { DataRequest } from '../protocol/messages.ts'
import { createRun, type Run } from '../session/run.ts'
import { largestSeed } from './address.ts'
import { changeAddress, currentAddress } from './useAddress.ts'

/** MNIST from the page's own origin; under any sub-path. */
export function automaticData(): DataRequest {
  return { kind: 'automatic', mnistUrl: new URL('data/mnist/', document.baseURI).href }
}

/** A seed that can be read aloud. */
export function randomSeed(): number {
  return 1 + Math.floor(Math.random() * Math.min(9999, largestSeed))
}

export function startRun(): Run {
  const { seed, steps, backend, digit } = currentAddress()
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
  })
  keepDigitInRange(run)
  noteDigitInAddress(run)
  return run
}

/** A link made with one set may be opened with a smaller one. */
function keepDigitInRange(run: Run): void {
  run.store.subscribe(({ data }, before) => {
    const digit = run.frames.digit()
    if (!data || data === before.data || digit.from !== 'test') return
    if (digit.index >= data.test) run.frames.showDigit({ from: 'test', index: digit.index % data.test })
  })
}

/** The address follows the watched digit, once it stays: browsers refuse an address that changes too often. */
function noteDigitInAddress(run: Run): void {
  const patienceMs = 600
  let seen = currentAddress().digit ?? 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  run.frames.subscribe(({ digit }) => {
    if (digit.from !== 'test' || digit.index === seen) return
    seen = digit.index
    clearTimeout(waiting)
    waiting = setTimeout(() => changeAddress({ digit: seen }), patienceMs)
  })
}
