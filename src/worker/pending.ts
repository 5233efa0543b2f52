/** What a run has written down since it was last kept, until that is kept too: bounded, however long nobody keeps it. */
import type { KeptRecord } from '../protocol/keep.ts'

export const nothingWritten: KeptRecord = { history: [], evaluations: [], summaries: [], flows: [] }

/**
 * Above these, every second entry goes: 20,000 steps are 2 MB, 120 summaries 20 MB, 2,000 flows 1 MB, 120 evaluations with what
 * was answered to 10,000 images 12 MB. While checkpoints are kept, there are never more than those of 100 steps.
 */
export const pendingLimits = { history: 20_000, evaluations: 120, summaries: 120, flows: 2000 } as const

export type Pending = ReturnType<typeof createPending>

export function createPending() {
  let record = nothingWritten

  function join(earlier: KeptRecord, later: KeptRecord): KeptRecord {
    return {
      history: bounded([...earlier.history, ...later.history], pendingLimits.history),
      evaluations: bounded([...earlier.evaluations, ...later.evaluations], pendingLimits.evaluations),
      summaries: bounded([...earlier.summaries, ...later.summaries], pendingLimits.summaries),
      flows: bounded([...earlier.flows, ...later.flows], pendingLimits.flows),
    }
  }

  return {
    add(part: Partial<KeptRecord>) {
      record = join(record, { ...nothingWritten, ...part })
    },
    /** All of it; from now on it is somebody else's. */
    take(): KeptRecord {
      const taken = record
      record = nothingWritten
      return taken
    },
    /** What was taken could not be kept. */
    putBack(taken: KeptRecord) {
      record = join(taken, record)
    },
    /** The run stands at `step` again: later steps come again. */
    goBackTo(step: number) {
      const upTo = <Entry extends { readonly step: number }>(entries: readonly Entry[]) =>
        entries.filter((entry) => entry.step <= step)
      const { history, evaluations, summaries, flows } = record
      record = {
        history: upTo(history),
        evaluations: upTo(evaluations),
        summaries: upTo(summaries),
        flows: upTo(flows),
      }
    },
    isEmpty: () => Object.values(record).every((entries) => entries.length === 0),
  }
}

/** The newest always stays. */
function bounded<Entry>(entries: readonly Entry[], limit: number): readonly Entry[] {
  return entries.length <= limit ? entries : entries.filter((_, at) => (entries.length - 1 - at) % 2 === 0)
}
