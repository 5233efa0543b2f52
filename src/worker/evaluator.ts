/** Decides when to evaluate and on how many images, and does it slice by slice. */
import type { LabelledImages } from '../data/sets.ts'
import { pixelCount, training } from '../network/spec.ts'
import type { Report } from '../protocol/messages.ts'
import type { SliceEvaluation } from '../training/reading.ts'
import type { Batch } from '../training/trainer.ts'
import { emptyTally, evaluationOf, evaluationShare, nextSlice, type Tally, withSlice } from './evaluation.ts'

/** The evaluation of step 0 comes unasked, when the network is ready: it takes what fits into this time. */
const startBudgetMs = 1000
/** Or into this, when the first step is waiting for it. */
const hurriedBudgetMs = 100
const reportEveryMs = 100

/** `some`: the first 2,000, or all where that is quick. `start`: what is done until the first step is asked for. */
type Extent = 'all' | 'some' | 'start'

type Running = {
  readonly step: number
  readonly extent: Extent
  tally: Tally
  total: number
  spentMs: number
  readonly msPerImage: number[]
}

export type Moment = {
  readonly step: number
  readonly stepLimit: number
  /** Steps are asked for. */
  readonly isTraining: boolean
  readonly msPerStep: number | null
  readonly lastBatch: Batch | null
}

export type Evaluator = {
  readonly isDue: (moment: Moment) => boolean
  /** Evaluates the next slice of `test`. The weights must not change before `isDue` is false. */
  readonly slice: (
    moment: Moment,
    test: LabelledImages,
    evaluate: (split: {
      readonly imagesNHW: Uint8Array | Float32Array
      readonly labels: Uint8Array
    }) => Promise<SliceEvaluation>,
  ) => Promise<void>
  readonly demand: () => void
  /** What is under way is not wanted any more; its step is not evaluated again unless that is demanded. */
  readonly cancel: () => void
  /** Of a forward pass, in the last slice; null where none was on this backend. */
  readonly msPerImage: () => number | null
  /** All images were evaluated at this step, or that was not wanted. */
  readonly isComplete: (step: number) => boolean
  /** The run stands at `step` again: what was evaluated later, or is half done, does not count. */
  readonly goBackTo: (step: number) => void
  /** Another run: nothing is evaluated yet. */
  readonly reset: () => void
  /** A kept run stands at a step that was evaluated before. */
  readonly resume: (step: number, done: { readonly onAll: boolean }) => void
}

export function createEvaluator(options: {
  readonly post: (report: Report) => void
  readonly nowMs: () => number
}): Evaluator {
  const { post, nowMs } = options
  let running: Running | null = null
  let demanded = false
  let evaluatedStep: number | null = null
  let completeStep: number | null = null
  let cancelledStep: number | null = null
  let reportedAtMs = Number.NEGATIVE_INFINITY
  /** Of the slice before; null where the next may be computed elsewhere. */
  let msPerImage: number | null = null

  function wanted({ step, stepLimit }: Moment): Extent | null {
    if (demanded) return 'all'
    if (cancelledStep === step) return null
    if (step >= stepLimit && completeStep !== step) return 'all'
    if (evaluatedStep === step) return null
    if (step === 0) return 'start'
    return step % training.evaluateEvery === 0 ? 'some' : null
  }

  function begin(extent: Extent, step: number, images: number): Running {
    const total = extent === 'all' ? images : Math.min(training.quickEvaluation, images)
    return { step, extent, tally: emptyTally, total, spentMs: 0, msPerImage: [] }
  }

  function reset() {
    running = null
    demanded = false
    evaluatedStep = null
    completeStep = null
    cancelledStep = null
    msPerImage = null
  }

  return {
    isDue: (moment) => running !== null || wanted(moment) !== null,
    async slice(moment, test, evaluate) {
      const images = test.labels.length
      const evaluation: Running = running ?? begin(wanted(moment) ?? 'some', moment.step, images)
      running = evaluation
      const { tally: before, extent } = evaluation
      if (extent === 'start' && isStartDone(evaluation, moment)) {
        evaluation.total = before.n
      } else {
        const from = before.n
        const to = Math.min(from + nextSlice(msPerImage, moment.msPerStep), evaluation.total)
        const labels = test.labels.subarray(from, to)
        const startMs = nowMs()
        const answers = await evaluate({
          imagesNHW: test.imagesNHW.subarray(from * pixelCount, to * pixelCount),
          labels,
        })
        const tookMs = nowMs() - startMs
        msPerImage = tookMs / labels.length
        evaluation.tally = withSlice(before, answers, labels)
        evaluation.spentMs += tookMs
        evaluation.msPerImage.push(msPerImage)
        evaluation.total = totalOf(evaluation, images, moment)
      }
      const { tally, total } = evaluation
      if (tally.n < total) {
        if (nowMs() - reportedAtMs < reportEveryMs) return
        reportedAtMs = nowMs()
        post({ type: 'evaluating', done: tally.n, total })
        return
      }
      const { lastBatch, step } = moment
      const onBatch = lastBatch && (await evaluate(lastBatch))
      running = null
      demanded = false
      evaluatedStep = step
      if (tally.n === images) completeStep = step
      const trainAccuracy = onBatch && lastBatch ? onBatch.correct / lastBatch.labels.length : null
      post({ type: 'evaluation', evaluation: evaluationOf(tally, step, trainAccuracy) })
    },
    demand() {
      if (running?.extent !== 'all') running = null
      demanded = true
    },
    cancel() {
      cancelledStep = running?.step ?? cancelledStep
      running = null
      demanded = false
      post({ type: 'evaluation-cancelled' })
    },
    msPerImage: () => msPerImage,
    isComplete: (step) => completeStep === step || cancelledStep === step,
    goBackTo(step) {
      running = null
      msPerImage = null
      if (evaluatedStep !== null && evaluatedStep > step) evaluatedStep = null
      if (completeStep !== null && completeStep > step) completeStep = null
      if (cancelledStep !== null && cancelledStep > step) cancelledStep = null
    },
    reset,
    resume(step, { onAll }) {
      evaluatedStep = step
      if (onAll) completeStep = step
    },
  }
}

function isStartDone({ spentMs }: Running, { isTraining }: Moment): boolean {
  return spentMs >= (isTraining ? hurriedBudgetMs : startBudgetMs)
}

/** How many images the evaluation takes, seen from the slices done. */
function totalOf(evaluation: Running, images: number, moment: Moment): number {
  const { msPerStep } = moment
  const { extent, tally, total } = evaluation
  if (extent === 'start') return isStartDone(evaluation, moment) ? tally.n : total
  if (extent === 'all' || tally.n < total || msPerStep === null) return total
  // The first slice may have compiled shaders; the others show what an image takes.
  const times = evaluation.msPerImage.slice(1)
  const msPerImage = times.reduce((sum, ms) => sum + ms, 0) / times.length
  const allowedMs = evaluationShare * training.evaluateEvery * msPerStep
  return images * msPerImage <= allowedMs ? images : total
}
