/** Both runs as one zip file, made piece by piece. */
import { Zip, ZipDeflate } from 'fflate'
import type { ExportCommand, ExportedSplit } from '../../protocol/export.ts'
import { eventFileName } from '../../tensorboard/event.ts'
import { eventsOf } from './events.ts'

const splits: readonly ExportedSplit[] = ['train', 'test']
/** So many bytes are kept here before the browser gets them, which may put them on disk. */
const pieceBytes = 4_000_000
const level = 1

/**
 * Yields the share that is done, 0 … 1, and returns the file. One step at a time is in memory; the first folder is
 * complete before the second begins.
 */
export function* archiveOf(command: ExportCommand): Generator<number, Blob, undefined> {
  const { record, nowMs } = command
  const pieces = createPieces()
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    pieces.add(chunk)
  })
  const lastStep = Math.max(1, record.history.at(-1)?.step ?? 0, record.summaries.at(-1)?.step ?? 0)
  for (const [place, split] of splits.entries()) {
    const file = new ZipDeflate(`${split}/${eventFileName(nowMs, 'faltwerk')}`, { level })
    file.mtime = nowMs
    zip.add(file)
    for (const { step, events } of eventsOf(command, split)) {
      for (const event of events) file.push(event)
      yield (place + step / lastStep) / splits.length
    }
    file.push(new Uint8Array(0), true)
  }
  zip.end()
  return pieces.blob()
}

function createPieces() {
  const blobs: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  function flush() {
    blobs.push(new Blob(chunks))
    chunks = []
    bytes = 0
  }
  return {
    add(chunk: Uint8Array<ArrayBuffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= pieceBytes) flush()
    },
    blob() {
      flush()
      return new Blob(blobs, { type: 'application/zip' })
    },
  }
}
