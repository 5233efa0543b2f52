/** One step in slow motion: the last update that was taken apart, looked at again, and its gradients checked by hand. */
import { deepMnistSizes } from '../math/network.ts'
import { sizeOf } from '../math/plane.ts'
import { createSlopeMeter } from '../math/slope.ts'
import { batchParts } from '../network/derivedTaps.ts'
import { parameterNames, tapShapes } from '../network/spec.ts'
import type { SlopeCheck, Weight } from '../protocol/anatomy.ts'
import type { Report } from '../protocol/messages.ts'
import { type Dissection, joined, type NamedPlane } from '../training/dissect.ts'
import type { StepResult, StepWishes, Trainer } from '../training/trainer.ts'
import { batchPlane, type SeenBatch } from './feed.ts'

/** A check works in pieces of up to 50 ms; while training there is one for each step, else as many as begin in here. */
const sliceMs = 8
const tellEveryMs = 100

/** What is kept of an update for as long as it can be looked at: 13 MB of weights, 0.4 MB of images and mask. */
type Kept = Pick<Dissection, 'seen' | 'sizes'> & { readonly run: number; readonly step: number }
type Meter = ReturnType<typeof createSlopeMeter>
type Moment = { readonly step: number; readonly isTraining: boolean }

export type SlowMotion = ReturnType<typeof createSlowMotion>

export function createSlowMotion(options: {
  readonly post: (report: Report, transfer?: readonly ArrayBuffer[]) => void
  readonly nowMs: () => number
}) {
  const { post, nowMs } = options
  type Wish = { readonly place: number | null }
  /** For the next update, and for the one under way. */
  let wish: Wish | null = null
  let begun: Wish | null = null
  let kept: Kept | null = null
  /** Not reported yet: an image of `kept`, with all that is no image's the first time. */
  let toShow: { readonly place: number; readonly more: readonly NamedPlane[] } | null = null
  let meter: Meter | null = null
  let check: { readonly weight: Weight; readonly work: ReturnType<Meter['measure']> } | null = null
  let lastStep: number | null = null
  let toldAtMs = Number.NEGATIVE_INFINITY

  function keep(next: Kept | null) {
    kept = next
    meter = null
    check = null
  }

  function tell({ run, step }: Kept, weight: Weight, { done, found }: Pick<SlopeCheck, 'done' | 'found'>) {
    toldAtMs = nowMs()
    post({ type: 'slope-check', run, step, check: { ...weight, done, found } })
  }

  return {
    /** The next update is to be taken apart, seen by this image of its batch; null: by the one with the largest loss. */
    wish(place: number | null) {
      wish = { place }
    },
    /** Of the update that begins now. */
    wishes(): StepWishes {
      begun = wish
      wish = null
      return { dissect: begun !== null }
    },
    /** An update is done; `batch` is what it saw. */
    took(
      { dissection }: StepResult,
      batch: SeenBatch | null,
      at: { readonly run: number; readonly step: number },
    ) {
      if (!dissection || batch === null) return
      const { seen, sizes, planes } = dissection
      const losses = Array.from(batch.lossesN)
      keep({ seen, sizes, ...at })
      toShow = {
        place: begun?.place ?? losses.indexOf(Math.max(...losses)),
        more: [...planes, ...batchParts.map((part) => batchPlane(batch, part))],
      }
    },
    /** The same update, seen by another image of its batch. */
    lookAt(place: number) {
      if (kept === null || !(place in kept.seen.batch.labels)) return
      toShow = { place, more: toShow?.more ?? [] }
    },
    isShowDue: () => toShow !== null,
    async show(perform: <Result>(operation: (trainer: Trainer) => Promise<Result>) => Promise<Result>) {
      if (kept === null || toShow === null) return
      const { run, step, seen, sizes } = kept
      const { place, more } = toShow
      const image = await perform((trainer) => trainer.lookAgain(seen, place))
      toShow = null
      const { values, planes } = joined([...image, ...more])
      post({ type: 'anatomy', run, step, place, sizes, values, planes }, [values.buffer as ArrayBuffer])
    },
    /** Measures the slope of the loss along a weight in the update kept; a later wish replaces this one, null ends it. */
    check(weight: Weight | null) {
      check = null
      if (kept === null || weight === null || !parameterNames.includes(weight.parameter)) return
      if (!(weight.at >= 0 && weight.at < sizeOf(tapShapes[weight.parameter]))) return
      const { parameters, batch, dropoutMask: mask } = kept.seen
      meter ??= createSlopeMeter({ parameters, ...batch, mask, sizes: deepMnistSizes })
      check = { weight, work: meter.measure(weight.parameter, weight.at) }
      tell(kept, weight, { done: 0, found: null })
    },
    isCheckDue: ({ step, isTraining }: Moment) => check !== null && !(isTraining && step === lastStep),
    checkSlice({ step, isTraining }: Moment) {
      lastStep = step
      const endMs = nowMs() + (isTraining ? 0 : sliceMs)
      do {
        if (check === null || kept === null) return
        const { weight, work } = check
        const { done, value } = work.next()
        if (done) {
          check = null
          tell(kept, weight, { done: 1, found: value })
        } else if (nowMs() - toldAtMs >= tellEveryMs) {
          tell(kept, weight, { done: value, found: null })
        }
      } while (nowMs() < endMs)
    },
    /** Another run. */
    forget() {
      wish = null
      toShow = null
      keep(null)
    },
  }
}
