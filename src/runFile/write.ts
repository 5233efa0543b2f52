/** A run becomes a file. */
import { yieldToOthers } from '../data/responsive.ts'
import { crc32 } from '../math/crc32.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import { createZip } from '../zip/write.ts'
import { entryNames, formatName, formatVersion, nameOfStep } from './layout.ts'
import type { Contents, Manifest } from './manifest.ts'
import { firstFile, networkFile } from './network.ts'
import { bytesOfPlain } from './plainBytes.ts'
import { readme } from './readme.ts'
import type { Seen } from './records.ts'
import type { RunInFile } from './run.ts'

export type WriteOptions = {
  /** With Adam's moments and the generators, where they are there: 26 MB. */
  readonly canContinue: boolean
  /** Milliseconds since 1970. */
  readonly writtenMs: number
}

/** Others have their turn after so many bytes. */
const pieceBytes = 1_000_000

type Entry = { readonly name: string; readonly packed: boolean; readonly pieces: () => readonly Uint8Array[] }

/** Yields the share that is done, 0 … 1, and returns the file. One entry at a time is made into bytes. */
export async function* writeRunFile(
  run: RunInFile,
  { canContinue, writtenMs }: WriteOptions,
): AsyncGenerator<number, Blob, undefined> {
  const zip = createZip(writtenMs)
  const contents: Contents[number][] = []
  const entries = entriesOf(run, canContinue && run.header.canContinue && run.checkpoint !== null)
  for (const [place, { name, packed, pieces }] of entries.entries()) {
    const push = zip.entry(name, { packed })
    let [bytes, crc] = [0, 0]
    for (const piece of pieces().flatMap(cut)) {
      push(piece)
      bytes += piece.length
      crc = crc32(piece, crc)
      await yieldToOthers()
      yield place / entries.length
    }
    contents.push({ name, bytes, crc })
  }
  zip.entry(entryNames.contents, { packed: true })(bytesOfJson(contents))
  return zip.end()
}

function cut(bytes: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / pieceBytes)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes))
}

function entriesOf(run: RunInFile, canContinue: boolean): readonly Entry[] {
  const { checkpoint, first, record, tape } = run
  const header = { ...run.header, step: checkpoint?.network.step ?? run.header.step }
  // The page may know more than was kept: nothing in the file is of a later step than its network.
  const known = <One extends { readonly step: number }>(all: readonly One[]) =>
    all.filter(({ step }) => step <= header.step)
  const manifest: Manifest = {
    format: formatName,
    version: formatVersion,
    program: 'Faltwerk',
    header: { ...header, canContinue },
    network: checkpoint === null ? 'none' : canContinue ? 'all' : 'weights',
    generators:
      checkpoint && canContinue ? { dropout: checkpoint.network.dropout, batches: checkpoint.batches } : null,
    first: Boolean(first),
  }
  const plain = (name: string, value: unknown): Entry => ({
    name,
    packed: true,
    pieces: () => [bytesOfPlain(value)],
  })
  const history = known(record.history)
  return [
    { name: entryNames.manifest, packed: true, pieces: () => [bytesOfJson(manifest)] },
    { name: entryNames.readme, packed: true, pieces: () => [new TextEncoder().encode(readme)] },
    ...(checkpoint
      ? [
          {
            name: entryNames.network,
            packed: false,
            pieces: () => networkFile(checkpoint.network, { moments: canContinue }),
          },
        ]
      : []),
    ...(first ? [{ name: entryNames.first, packed: false, pieces: () => firstFile(first) }] : []),
    ...(checkpoint ? [plain(entryNames.seen, seenOf(checkpoint))] : []),
    {
      name: entryNames.history,
      packed: true,
      // In columns, so that other programs read it in a line. A loss that is not a number is null in JSON.
      pieces: () => [
        bytesOfJson({
          step: history.map(({ step }) => step),
          loss: history.map(({ loss }) => loss),
          batchAccuracy: history.map(({ batchAccuracy }) => batchAccuracy),
        }),
      ],
    },
    plain(entryNames.evaluations, known(record.evaluations)),
    plain(entryNames.flows, known(record.flows)),
    ...known(record.summaries).map((summary) => plain(nameOfStep('summaries', summary.step), summary)),
    ...known(tape).map(({ step, bytes }) => ({
      name: nameOfStep('tape', step),
      packed: false,
      pieces: () => [bytes],
    })),
  ]
}

function seenOf({ seen = null, trace = null }: Checkpoint): Seen {
  return { seen, trace }
}

function bytesOfJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value, null, 1))
}
