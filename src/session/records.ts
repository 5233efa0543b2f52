/** What the run writes down, kept on the page: summaries and the sizes of gradients, bounded however long it runs. */
import { inOrder } from '../math/inOrder.ts'
import type { StepFlow, Summary } from '../protocol/record.ts'

/**
 * Above this many summaries (0.17 MB each, 20 MB in all, and a few kB of each trace) one is dropped for each that comes: the
 * oldest lie 200 steps apart then, later all of them do, then 400. The first and the newest always stay.
 */
export const summaryLimit = 120
/** The same for sizes of gradients, 24 numbers each: 1 MB in all. */
export const flowLimit = 2000

export type Records = {
  /** The run they belong to, as in `status`. */
  readonly run: number
  /** In step order. */
  readonly summaries: readonly Summary[]
  readonly flows: readonly StepFlow[]
}

export const noRecords: Records = { run: 0, summaries: [], flows: [] }

export function withSummary(records: Records, run: number, summary: Summary): Records {
  const { summaries, flows } = of(records, run)
  return { run, flows, summaries: inOrder(summaries, [summary], summaryLimit) }
}

export function withFlows(records: Records, run: number, added: readonly StepFlow[]): Records {
  const { summaries, flows } = of(records, run)
  return { run, summaries, flows: inOrder(flows, added, flowLimit) }
}

const of = (records: Records, run: number): Records => (records.run === run ? records : { ...noRecords, run })
