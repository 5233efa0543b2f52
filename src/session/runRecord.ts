import type { RunRecord } from '../protocol/record.ts'
import type { Records } from './records.ts'
import type { RunState } from './state.ts'

/**
 * All that is known of the run at this moment, up to the step the page shows: a summary may come a little before the report of
 * its step. Nothing in it changes any more, whatever the run does. Null while nothing is written down.
 */
export function runRecordOf(state: RunState, records: Records): RunRecord | null {
  const { run, step, settings, backend, threads, kernels, data, history, evaluations } = state
  const soFar = <Entry extends { readonly step: number }>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.step <= step)
  const summaries = records.run === run ? soFar(records.summaries) : []
  if (summaries.length === 0) return null
  return {
    run,
    settings,
    backend,
    threads,
    kernels,
    source: data?.source ?? null,
    history: soFar(history),
    evaluations: soFar(evaluations),
    summaries,
    flows: soFar(records.flows),
  }
}

/** The last step of which anything is known. */
export function lastStepOf({ history, summaries }: Pick<RunRecord, 'history' | 'summaries'>): number {
  return Math.max(0, history.at(-1)?.step ?? 0, summaries.at(-1)?.step ?? 0)
}
