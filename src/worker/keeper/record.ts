/** The record of a run as the keeper holds it: in step order, and bounded however long the run is. */
import { halvedAbove, inOrder } from '../../math/inOrder.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import type { KeptRecord } from '../../protocol/keep.ts'

/** As the page bounds them, so that a run taken up again is no shorter than it was. */
const limits = { history: 20_000, summaries: 120, flows: 2000 } as const
/** So many of the newest evaluations keep their answers, 10 bytes an image; of older ones the counts remain. */
const answersKept = 120

export const emptyRecord: KeptRecord = { history: [], evaluations: [], summaries: [], flows: [] }

/** What came after the last checkpoint; it counts from `backTo` on, where the run went back. */
export type RecordPart = { readonly backTo: number | null; readonly record: KeptRecord }

/** What was written down at steps `from` < step ≤ `to`. */
export function recordBetween(record: KeptRecord, from: number, to: number): KeptRecord {
  const cut = <Entry extends { readonly step: number }>(entries: readonly Entry[]) =>
    entries.every(({ step }) => step > from && step <= to)
      ? entries
      : entries.filter(({ step }) => step > from && step <= to)
  return {
    history: cut(record.history),
    evaluations: cut(record.evaluations),
    summaries: cut(record.summaries),
    flows: cut(record.flows),
  }
}

export const recordUpTo = (record: KeptRecord, step: number): KeptRecord =>
  recordBetween(record, Number.NEGATIVE_INFINITY, step)

export function withPart(before: KeptRecord, { backTo, record }: RecordPart): KeptRecord {
  const { history, evaluations, summaries, flows } = backTo === null ? before : recordUpTo(before, backTo)
  return {
    history: halvedAbove(inOrder(history, record.history, Number.POSITIVE_INFINITY), limits.history),
    evaluations: withAnswers(inOrder(evaluations, record.evaluations, Number.POSITIVE_INFINITY)),
    summaries: inOrder(summaries, record.summaries, limits.summaries),
    flows: inOrder(flows, record.flows, limits.flows),
  }
}

function withAnswers(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  const newest = evaluations.length - answersKept
  if (newest <= 0) return evaluations
  return evaluations.map((evaluation, place) => {
    if (place >= newest || evaluation.answers === undefined) return evaluation
    const { answers: _, ...rest } = evaluation
    return { ...rest, mistakes: [] }
  })
}

/** Summaries are the large part, 0.17 MB each: so many go together, and are lost together if their bytes are damaged. */
const summariesInPart = 20

/** The whole record in parts that can be stored. */
export function partsOf(record: KeptRecord): readonly RecordPart[] {
  const ends = record.summaries
    .map(({ step }) => step)
    .filter((_, place) => place % summariesInPart === summariesInPart - 1)
  const edges = [Number.NEGATIVE_INFINITY, ...ends, Number.POSITIVE_INFINITY]
  return edges.slice(1).flatMap((to, place) => {
    const part = recordBetween(record, edges[place]!, to)
    const isEmpty = Object.values(part).every((entries) => entries.length === 0)
    return isEmpty ? [] : [{ backTo: null, record: part }]
  })
}
