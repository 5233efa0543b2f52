/** The loss curve of a run, kept on the page. */
import { halvedAbove } from '../math/inOrder.ts'
import type { Evaluation } from '../protocol/evaluation.ts'
import type { StepRecord } from '../protocol/messages.ts'

/**
 * Above this many records every second one is dropped: a curve on a screen cannot show more. From then on steps lie more
 * than one apart, and further apart the older they are: count with `step`, not with places in the list.
 */
export const historyLimit = 20_000

/**
 * Adds new records in step order. Steps that are recorded again – after a takeover they are computed again –
 * replace what was there, and nothing stays beyond `step`, the step the run is at.
 */
export function withRecords(
  history: readonly StepRecord[],
  records: readonly StepRecord[],
  step: number,
): readonly StepRecord[] {
  const last = history.at(-1)?.step ?? 0
  const next = Math.min(records[0]?.step ?? Number.POSITIVE_INFINITY, step + 1)
  if (records.length === 0 && last < next) return history
  const kept = last < next ? history : history.filter((record) => record.step < next)
  return halvedAbove([...kept, ...records], historyLimit)
}

/**
 * Evaluations in step order; a second one of the same step (all images instead of the first 2,000) replaces the first.
 * Only the newest keeps its list of mistakes, and it and the one before what was answered to each image: only those are
 * looked at, and a long run has many.
 */
export function withEvaluation(
  evaluations: readonly Evaluation[],
  evaluation: Evaluation,
): readonly Evaluation[] {
  const before = evaluations.filter((earlier) => earlier.step < evaluation.step)
  return [
    ...before.map((earlier, place) => withoutLists(earlier, { keepAnswers: place === before.length - 1 })),
    evaluation,
  ]
}

function withoutLists(
  evaluation: Evaluation,
  { keepAnswers }: { readonly keepAnswers: boolean },
): Evaluation {
  const { answers, ...rest } = evaluation
  if (evaluation.mistakes.length === 0 && (keepAnswers || answers === undefined)) return evaluation
  return { ...rest, mistakes: [], ...(keepAnswers && answers && { answers }) }
}
