/** Files that were dropped or chosen: each goes where its contents belong. */
import type { PageRun } from '../../session/useRun.ts'
import { type FileKind, kindOfFile, startBytes } from './kindOfFile.ts'
import { say } from './library.ts'
import { openRun } from './openRun.ts'
import { openWeights } from './openWeights.ts'
import { working } from './working.ts'

export type OpenFilesOptions = {
  /** Digits: all files together are one set. */
  readonly takeDigits: (files: readonly File[]) => void
}

export async function openFiles(page: PageRun, files: readonly File[], { takeDigits }: OpenFilesOptions) {
  const kinds = await Promise.all(files.map(kindOf))
  const of = (...wanted: readonly FileKind[]) => files.filter((_, place) => wanted.includes(kinds[place]!))
  const runs = of('run')
  const [weights, ...others] = of('zip', 'weights', 'unknown')
  // Numbers alone look like nothing; the keeper says that they need their model.json.
  const isNumbers = ({ name }: File) => /\.bin$/i.test(name)
  const hasWeights = of('zip', 'weights').length > 0 || of('unknown').some(isNumbers)
  if (runs.length > 0) await openRunFiles(page, runs)
  else if (weights && hasWeights) await openWeights(page, [weights, ...others])
  else if (of('digits').length > 0) takeDigits(files)
  else if (files[0]) say({ kind: 'problem', problem: { code: 'unknown-file', fileName: files[0].name } })
}

/** All become runs of the library; a single one is opened as well. */
export async function openRunFiles(page: PageRun, files: readonly File[]) {
  for (const file of files) {
    const run = await working({ kind: 'unpacking', name: file.name }, (following) =>
      page.keeper.unpack({ file, fileName: file.name }, following),
    )
    if (run === null) return
    if (files.length === 1) await openRun(page, { id: run.id, name: file.name })
    if (files.length > 1 || run.lost.length > 0) say({ kind: 'imported', name: file.name, lost: run.lost })
  }
}

async function kindOf(file: File): Promise<FileKind> {
  try {
    return kindOfFile(new Uint8Array(await file.slice(0, startBytes).arrayBuffer()))
  } catch {
    return 'digits' // it cannot be read: the reader of digits says so
  }
}
