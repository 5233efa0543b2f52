/** What the page knew of a run at one of its steps: the slow lane, cut. Pure. */
import type { KeptRun } from '../protocol/keep.ts'
import type { Records } from './records.ts'
import type { RunState } from './state.ts'

/** What has to be known of a run that is not the present one. */
export type KnownRun = Pick<KeptRun, 'header' | 'record'>

/** State and records of one moment, so that nothing is taken from two. */
export type Moment = { readonly state: RunState; readonly records: Records }

type AtStep = { readonly step: number }

/**
 * The present run as of `step`. What the buttons depend on stays as it is now: status, backend, speed, data. `before` is
 * what was shown last: lists that did not change stay the same objects, so that nothing is drawn anew for them.
 */
export function momentAt(present: Moment, step: number, before: Moment | null): Moment {
  const { state, records } = present
  return {
    state: {
      ...state,
      isNow: false,
      step,
      history: upTo(state.history, step, before?.state.history),
      evaluations: upTo(state.evaluations, step, before?.state.evaluations),
    },
    records: recordsUpTo(records, step, before?.records),
  }
}

/**
 * Another run as of `step`, with the mark of its own digits, though others may be loaded; `number` stands for it where runs are
 * told apart by their numbers.
 */
export function keptMomentAt(
  { header, record }: KnownRun,
  { state }: Moment,
  { step, number, before }: { step: number; number: number; before: Moment | null },
): Moment {
  const { id, origin, settings, means, data } = header
  const known: RunState = {
    ...state,
    ...means,
    id,
    origin,
    run: number,
    settings,
    mark: data,
    history: record.history,
    evaluations: record.evaluations,
    evaluating: null,
    msPerStep: null,
    remainingMs: null,
  }
  const records = { run: number, summaries: record.summaries, flows: record.flows }
  return momentAt({ state: known, records }, step, before)
}

function recordsUpTo(records: Records, step: number, before: Records | undefined): Records {
  const { run } = records
  const summaries = upTo(records.summaries, step, before?.summaries)
  const flows = upTo(records.flows, step, before?.flows)
  const isSame = before?.run === run && before.summaries === summaries && before.flows === flows
  return isSame ? before : { run, summaries, flows }
}

/** Entries up to `step`, of a list in step order: `before` where that holds the same ones. */
export function upTo<Entry extends AtStep>(
  entries: readonly Entry[],
  step: number,
  before: readonly Entry[] = [],
): readonly Entry[] {
  if ((entries.at(-1)?.step ?? 0) <= step) return entries
  const count = countUpTo(entries, step)
  // Thinning drops entries in between, and then the list is shorter.
  const hasEnds = count === 0 || (before[0] === entries[0] && before[count - 1] === entries[count - 1])
  return before.length === count && hasEnds ? before : entries.slice(0, count)
}

/** How many of them lie at `step` or before. */
function countUpTo(entries: readonly AtStep[], step: number): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.step <= step) low = middle + 1
    else high = middle
  }
  return low
}
