/** Both runs as one zip file, made piece by piece. */
import type { ExportCommand, ExportedSplit } from '../../protocol/export.ts'
import { eventFileName } from '../../tensorboard/event.ts'
import { createZip } from '../../zip/write.ts'
import { eventsOf } from './events.ts'

const splits: readonly ExportedSplit[] = ['train', 'test']
/**
 * Yields the share that is done, 0 … 1, and returns the file. One step at a time is in memory; the first folder is
 * complete before the second begins.
 */
export function* archiveOf(command: ExportCommand): Generator<number, Blob, undefined> {
  const { record, nowMs } = command
  const zip = createZip(nowMs)
  const lastStep = Math.max(1, record.history.at(-1)?.step ?? 0, record.summaries.at(-1)?.step ?? 0)
  for (const [place, split] of splits.entries()) {
    const add = zip.entry(`${split}/${eventFileName(nowMs, 'faltwerk')}`, { packed: true })
    for (const { step, events } of eventsOf(command, split)) {
      for (const event of events) add(event)
      yield (place + step / lastStep) / splits.length
    }
  }
  return zip.end()
}
