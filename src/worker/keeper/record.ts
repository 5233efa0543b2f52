/** The record of a run as the keeper holds it: bounded however long it runs, like that of the page. */
import type { KeptRecord } from '../../protocol/keep.ts'

export const emptyRecord: KeptRecord = { history: [], evaluations: [], summaries: [], flows: [] }

/** What was written down up to `step`. */
export function recordUpTo(record: KeptRecord, step: number): KeptRecord {
  const cut = <Entry extends { readonly step: number }>(entries: readonly Entry[]) =>
    entries.every((entry) => entry.step <= step) ? entries : entries.filter((entry) => entry.step <= step)
  return {
    history: cut(record.history),
    evaluations: cut(record.evaluations),
    summaries: cut(record.summaries),
    flows: cut(record.flows),
  }
}

/** In step order; what comes again replaces what was there. */
export function joinRecords(record: KeptRecord, added: KeptRecord): KeptRecord {
  const join = <Entry extends { readonly step: number }>(
    before: readonly Entry[],
    after: readonly Entry[],
  ) => {
    const [first] = after
    if (!first) return before
    const steps = new Set(after.map(({ step }) => step))
    return [...before.filter(({ step }) => !steps.has(step)), ...after].sort(
      (one, other) => one.step - other.step,
    )
  }
  return {
    history: join(record.history, added.history),
    evaluations: join(record.evaluations, added.evaluations),
    summaries: join(record.summaries, added.summaries),
    flows: join(record.flows, added.flows),
  }
}
