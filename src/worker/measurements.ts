/** What is measured beside the steps of a run: evaluations, summaries, the sizes of gradients. None of it changes the run. */
import type { LabelledImages } from '../data/sets.ts'
import type { Continuation } from '../protocol/keep.ts'
import { isFlowDue, isSummaryDue } from '../summaries/when.ts'
import type { StepResult, StepWishes, Trainer } from '../training/trainer.ts'
import { createEvaluator, type Moment as EvaluatorMoment } from './evaluator.ts'
import type { Feed } from './feed.ts'
import { createRecorder } from './recorder.ts'
import type { WorkshopTools } from './tools.ts'

export type Moment = EvaluatorMoment & {
  /** As in `status`. */
  readonly run: number
}

type Perform = <Result>(operation: (trainer: Trainer) => Promise<Result>) => Promise<Result>

export type Measurements = ReturnType<typeof createMeasurements>

export function createMeasurements(tools: WorkshopTools, feed: Feed) {
  const evaluator = createEvaluator(tools)
  const recorder = createRecorder(tools)
  const records = tools.records ?? true
  /** At step 0 a first slice of the evaluation shows how many images the summary may look at. */
  const mayRecord = (moment: Moment) =>
    moment.step > 0 || evaluator.msPerImage() !== null || !evaluator.isDue(moment)
  const isRecordingDue = (moment: Moment) => records && recorder.isDue(moment) && mayRecord(moment)

  return {
    isEvaluationDue: evaluator.isDue,
    isRecordingDue,
    /** Whether the network is wanted to itself at this step: also before a step that is traced, which takes its own time only. */
    isDue: (moment: Moment) =>
      evaluator.isDue(moment) ||
      isRecordingDue(moment) ||
      (records && isSummaryDue(moment.step + 1, moment.stepLimit)),
    /** What is to be found out about the update that leads to `step`. */
    wishesFor(step: number, stepLimit: number): StepWishes {
      if (!records) return {}
      const trace = isSummaryDue(step, stepLimit)
      return { trace, flow: !trace && isFlowDue(step) }
    },
    keep({ trace }: StepResult) {
      if (trace) recorder.keepTrace(trace)
    },
    evaluateSlice: (moment: Moment, test: LabelledImages, perform: Perform) =>
      evaluator.slice(moment, test, ({ imagesNHW, labels }) =>
        perform((trainer) => trainer.evaluate(imagesNHW, labels)),
      ),
    recordSlice: (moment: Moment, test: LabelledImages, perform: Perform) =>
      recorder.slice(
        { ...moment, msPerImage: evaluator.msPerImage() },
        { train: feed.present, test },
        perform,
      ),
    demandEvaluation: evaluator.demand,
    cancelEvaluation: evaluator.cancel,
    /** All that belongs to the end of a run is there for this step. */
    isComplete: (step: number) => evaluator.isComplete(step) && (!records || recorder.isComplete(step)),
    pendingTrace: recorder.pendingTrace,
    /** A kept run stands where it was kept: what was measured there is not measured again, and the rest is. */
    resume({ checkpoint: { network, trace }, done }: Continuation) {
      if (done.evaluated) evaluator.resume(network.step, { onAll: done.evaluatedOnAll })
      if (done.summarised) recorder.resume(network.step)
      if (trace) recorder.keepTrace(trace)
    },
    goBackTo(step: number) {
      evaluator.goBackTo(step)
      recorder.goBackTo(step)
    },
    reset() {
      evaluator.reset()
      recorder.reset()
    },
  }
}
