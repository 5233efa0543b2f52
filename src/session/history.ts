/** The loss curve of a run, kept on the page. */
import { halvedAbove, mostCrowded } from '../math/inOrder.ts'
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
 * So many evaluations keep their lists – the mistakes, and what was answered to each image –, about 45 kB each (125 kB with all
 * 10,000 images): what the tape shows of a step. Beyond that the one nearest to its neighbours loses them.
 */
export const listsLimit = 60

/** Evaluations in step order; a second one of the same step (all images instead of the first 2,000) replaces the first. */
export function withEvaluation(
  evaluations: readonly Evaluation[],
  evaluation: Evaluation,
): readonly Evaluation[] {
  const joined = [...evaluations.filter(({ step }) => step < evaluation.step), evaluation]
  const listed = joined.filter(hasLists)
  if (listed.length <= listsLimit) return joined
  // The newest and the one before are compared with each other: both stay.
  const crowded = listed[mostCrowded(listed.slice(0, -1))]
  return joined.map((one) => (one === crowded ? withoutLists(one) : one))
}

/** Whether it is still known which images were mistaken, and for what. */
export function hasLists({ answers, mistakes }: Evaluation): boolean {
  return answers !== undefined || mistakes.length > 0
}

function withoutLists({ answers: _, ...rest }: Evaluation): Evaluation {
  return { ...rest, mistakes: [] }
}
