/** The runs of this device. */
import type { FromRun, KeeperReport, KeepProblem, KeptRun, RunHeader, RunId } from '../../protocol/keep.ts'
import { headerOf } from './header.ts'
import { Refusal, type Tapes, type WholeRun } from './parts.ts'
import { emptyRecord, joinRecords, recordUpTo } from './record.ts'

type CheckpointMessage = Extract<FromRun, { type: 'checkpoint' }>

export type LibraryOptions = {
  readonly post: (report: KeeperReport) => void
  readonly nowMs: () => number
  readonly todayMs: () => number
  readonly tapes: Tapes
}

export type Library = ReturnType<typeof createLibrary>

export function createLibrary({ post, todayMs, tapes }: LibraryOptions) {
  let present: WholeRun | null = null

  /** Null where it is not on this device. */
  async function open(id: RunId): Promise<WholeRun | null> {
    return present?.header.id === id ? { ...present, tape: tapes.entries(id) } : null
  }

  async function whole(id: RunId): Promise<WholeRun> {
    const run = await open(id)
    if (run === null) throw new Refusal({ code: 'not-there' })
    return run
  }

  return {
    open,
    whole,
    start() {
      post({ type: 'keeping', problem: { code: 'no-storage', reason: 'not built yet' } })
      post({ type: 'runs', runs: [] })
    },
    async list(): Promise<readonly RunHeader[]> {
      return present ? [present.header] : []
    },
    async take(id: RunId): Promise<KeptRun & { readonly problem: KeepProblem | null }> {
      const { header, checkpoint, record } = await whole(id)
      return { header, checkpoint, record, tape: tapes.contents(id), problem: null }
    },
    /** How long it took; null where it was not kept. */
    async keep(message: CheckpointMessage): Promise<number | null> {
      const { checkpoint } = message
      const before = present?.header.id === message.id ? present.record : emptyRecord
      const record = joinRecords(before, message.record)
      const header = headerOf(message, record, { name: null, changedMs: todayMs(), bytes: 0 })
      present = { header, checkpoint, record, tape: [] }
      post({ type: 'runs', runs: [header] })
      return null
    },
    backTo(id: RunId, step: number) {
      tapes.backTo(id, step)
      if (present?.header.id === id) present = { ...present, record: recordUpTo(present.record, step) }
    },
    async rename(id: RunId, name: string | null) {
      const run = await whole(id)
      present = { ...run, header: { ...run.header, name } }
    },
    async remove(id: RunId) {
      await whole(id)
    },
    async add(run: WholeRun): Promise<RunId> {
      tapes.open(run.header.id, run.tape)
      throw new Refusal({ code: 'no-storage', reason: 'not built yet' })
    },
  }
}
