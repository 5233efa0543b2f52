/** Writes down what the network is like at certain steps, piece by piece. It reads, and changes nothing. */
import type { LabelledImages } from '../data/sets.ts'
import { pixelCount, training } from '../network/spec.ts'
import type { Report } from '../protocol/messages.ts'
import type { SplitSummary, StepTrace } from '../protocol/record.ts'
import { buffersOf, type Sample, splitSummary, variableSummary } from '../summaries/summary.ts'
import { isSummaryDue } from '../summaries/when.ts'
import type { Trainer } from '../training/trainer.ts'

/** Where a forward pass is slow, the summary of step 0 is of so few images, lest the first step waits for it. */
const fewestImages = 10
/** How long its two forward passes may take otherwise. */
const startBudgetMs = 500

export type RecordedMoment = {
  readonly run: number
  readonly step: number
  readonly stepLimit: number
  /** Of a forward pass, if known. */
  readonly msPerImage: number | null
}

type Underway = { readonly step: number; train: SplitSummary | null; test: SplitSummary | null }

export type Recorder = {
  readonly isDue: (moment: Pick<RecordedMoment, 'step' | 'stepLimit'>) => boolean
  /** Does the next piece, shorter than a step. The weights must not change before `isDue` is false. */
  readonly slice: (
    moment: RecordedMoment,
    samples: { readonly train: () => Sample | null; readonly test: LabelledImages },
    perform: <Result>(operation: (trainer: Trainer) => Promise<Result>) => Promise<Result>,
  ) => Promise<void>
  /** The trace that waits for the summary of this step. */
  readonly pendingTrace: (step: number) => StepTrace | null
  /** The trace of an update, to go into the summary of the step it led to. */
  readonly keepTrace: (trace: StepTrace) => void
  /** The summary of this step has been written. */
  readonly isComplete: (step: number) => boolean
  /** The run stands at `step` again: what was written later, or is half done, does not count. */
  readonly goBackTo: (step: number) => void
  /** Another run: nothing is written yet. */
  readonly reset: () => void
  /** A kept run stands at a step whose summary was written before. */
  readonly resume: (step: number) => void
}

export function createRecorder(options: {
  readonly post: (report: Report, transfer: readonly ArrayBuffer[]) => void
}): Recorder {
  const { post } = options
  let underway: Underway | null = null
  let trace: StepTrace | null = null
  let writtenStep: number | null = null

  return {
    isDue: ({ step, stepLimit }) => writtenStep !== step && isSummaryDue(step, stepLimit),
    async slice(moment, samples, perform) {
      const { run, step } = moment
      if (underway?.step !== step) underway = { step, train: null, test: null }
      const parts = underway
      const count = imagesRecorded(moment)
      if (parts.train === null) {
        const train = samples.train()
        if (train === null) return
        parts.train = await perform((trainer) => splitSummary(trainer, firstOf(train, count)))
        return
      }
      if (parts.test === null) {
        parts.test = await perform((trainer) => splitSummary(trainer, firstOf(placed(samples.test), count)))
        return
      }
      const { train, test } = parts
      const variables = await perform(variableSummary)
      underway = null
      writtenStep = step
      const summary = {
        step,
        wallMs: Date.now(),
        ...variables,
        train,
        test,
        trace: trace?.step === step ? trace : null,
      }
      post({ type: 'summary', run, summary }, buffersOf(summary))
    },
    pendingTrace: (step) => (writtenStep !== step && trace?.step === step ? trace : null),
    keepTrace(traced) {
      trace = traced
    },
    isComplete: (step) => writtenStep === step,
    goBackTo(step) {
      underway = null
      if (writtenStep !== null && writtenStep > step) writtenStep = null
    },
    reset() {
      underway = null
      trace = null
      writtenStep = null
    },
    resume(step) {
      writtenStep = step
    },
  }
}

/** Of each split. */
export function imagesRecorded({ step, msPerImage }: Pick<RecordedMoment, 'step' | 'msPerImage'>): number {
  const isSlow = step === 0 && 2 * training.batchSize * (msPerImage ?? 0) > startBudgetMs
  return isSlow ? fewestImages : training.batchSize
}

function placed({ imagesNHW, labels }: LabelledImages): Sample {
  return {
    imagesNHW,
    labels,
    indices: Uint32Array.from(labels.subarray(0, training.batchSize), (_, at) => at),
  }
}

function firstOf({ imagesNHW, labels, indices }: Sample, count: number): Sample {
  return {
    imagesNHW: imagesNHW.subarray(0, count * pixelCount),
    labels: labels.subarray(0, count),
    indices: indices.subarray(0, count),
  }
}
