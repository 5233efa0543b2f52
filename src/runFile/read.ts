/** A file becomes a run, if it is one: nothing it says is believed before it is checked. */
import type { StepRecord } from '../protocol/messages.ts'
import { damaged, FileRefused } from '../weights/fileRefused.ts'
import { isZip, readDirectory, ZipDamaged, type ZipEntry } from '../zip/directory.ts'
import { unpackEntry } from '../zip/unpack.ts'
import { type Check, fields, inStepOrder, list, number, orNull } from './checks.ts'
import { entryNames, formatName, limits, nameOfStep, stepInName } from './layout.ts'
import {
  anyStep,
  type Contents,
  checkedContents,
  checkedManifest,
  type Manifest,
  TooNew,
} from './manifest.ts'
import { firstOfFile, networkOfFile } from './network.ts'
import { NotPlain, parsedJson, plainOfBytes } from './plainBytes.ts'
import { evaluations, flows, seen, stepRecords, summary } from './records.ts'
import type { RunInFile } from './run.ts'

export type ReadRun = RunInFile & {
  /** Entries that are damaged or missing. The run is whole without them. */
  readonly lost: readonly string[]
}

type Source = { readonly file: Blob; readonly fileName: string }

/**
 * Yields the share that is done, 0 … 1. Throws `FileRefused`, or the signal's reason. Refused is what is damaged in the manifest, the
 * contents or the network; a damaged curve, summary or step of the tape is left out.
 */
export async function* readRunFile(
  { file, fileName }: Source,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<number, ReadRun, undefined> {
  if (file.size > limits.file) throw tooLarge(fileName, file.size)
  if (!(await isZip(file).catch(() => false))) throw unknown(fileName)
  const refusing = async <Value>(where: string, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      throw refusalOf(error, { fileName, where, signal })
    }
  }
  const all = new Map((await refusing('zip', () => readDirectory(file))).map((entry) => [entry.name, entry]))
  const unpacked = async (name: string, limitBytes: number) => {
    const entry = all.get(name)
    if (!entry) throw new ZipDamaged(name)
    return await unpackEntry(file, entry, { limitBytes, signal })
  }
  if (!all.has(entryNames.manifest)) throw unknown(fileName)
  const manifest = await refusing(entryNames.manifest, async () =>
    manifestOf(await unpacked(entryNames.manifest, limits.manifest), fileName),
  )
  const contents = await refusing(entryNames.contents, async () =>
    checkedContents(parsedJson(await unpacked(entryNames.contents, limits.contents))),
  )
  const promised = contents.reduce((bytes, entry) => bytes + entry.bytes, 0)
  if (promised > limits.file) throw tooLarge(fileName, promised)

  const lost: string[] = []
  const total = Math.max(1, promised)
  let done = 0
  const read = async (name: string, limitBytes: number) => {
    const listed = contents.find((entry) => entry.name === name)
    done += listed?.bytes ?? 0
    if (!isAsListed(all.get(name), listed)) throw new ZipDamaged(name)
    return await unpacked(name, limitBytes)
  }
  const attempt = async <Value>(
    name: string,
    limitBytes: number,
    check: Check<Value>,
  ): Promise<Value | null> => {
    try {
      return check(await read(name, limitBytes))
    } catch (error) {
      if (!isDamage(error)) throw error
      lost.push(name)
      return null
    }
  }

  const { step } = manifest.header
  const range = { lowest: 0, highest: step }
  const checkpoint = await refusing(entryNames.network, async () =>
    manifest.network === 'none'
      ? null
      : checkpointOf(manifest, await read(entryNames.network, limits.network)),
  )
  const first = await refusing(entryNames.first, async () =>
    manifest.first ? firstOfFile(await read(entryNames.first, limits.network)) : null,
  )
  yield done / total
  const seenLast = checkpoint && (await attempt(entryNames.seen, limits.seen, (bytes) => seen(plain(bytes))))
  const history = await attempt(entryNames.history, limits.history, (bytes) =>
    inStepOrder(historyOf(bytes), { ...range, lowest: 1 }),
  )
  const found = await attempt(entryNames.evaluations, limits.evaluations, (bytes) =>
    inStepOrder(evaluations(plain(bytes)), range),
  )
  const sizes = await attempt(entryNames.flows, limits.flows, (bytes) =>
    inStepOrder(flows(plain(bytes)), { ...range, lowest: 1 }),
  )
  yield done / total
  const summaries = []
  for (const at of stepsOf('summaries', contents, step)) {
    const name = nameOfStep('summaries', at)
    const one = await attempt(name, limits.summary, (bytes) => summary(plain(bytes)))
    if (one?.step === at) summaries.push(one)
    else if (one) lost.push(name)
    yield done / total
  }
  const tape = []
  for (const at of stepsOf('tape', contents, step)) {
    const bytes = await attempt(nameOfStep('tape', at), limits.tapeEntry, asBytes)
    if (bytes) tape.push({ step: at, bytes })
    yield done / total
  }
  const record = { history: history ?? [], evaluations: found ?? [], flows: sizes ?? [], summaries }
  return {
    header: manifest.header,
    checkpoint: checkpoint && { ...checkpoint, ...seenLast },
    first,
    record,
    tape,
    lost,
  }
}

/** Whether an entry of the zip is the one that was written under its name. */
function isAsListed(entry: ZipEntry | undefined, listed: Contents[number] | undefined): boolean {
  return entry !== undefined && entry.bytes === listed?.bytes && entry.crc === listed.crc
}

function stepsOf(folder: 'summaries' | 'tape', contents: Contents, last: number): readonly number[] {
  const steps = contents.map(({ name }) => stepInName(folder, name))
  const known = steps.filter((step): step is number => step !== null && step <= last)
  return [...new Set(known)].sort((one, other) => one - other)
}

function manifestOf(bytes: Uint8Array, fileName: string): Manifest {
  const value = parsedJson(bytes)
  const isOurs =
    typeof value === 'object' && value !== null && 'format' in value && value.format === formatName
  if (!isOurs) throw unknown(fileName)
  return checkedManifest(value)
}

function checkpointOf({ header, network, generators }: Manifest, bytes: Uint8Array) {
  const numbers = networkOfFile(bytes, { moments: network === 'all', step: header.step })
  const dropout = generators?.dropout ?? ([0, 0, 0, 0] as const)
  return { network: { ...numbers, dropout }, batches: generators?.batches ?? null }
}

function historyOf(bytes: unknown): readonly StepRecord[] {
  const most = 1_000_000
  const columns = fields({
    step: list(anyStep, most),
    loss: list(orNull(number), most),
    batchAccuracy: list(number, most),
  })(parsedJson(asBytes(bytes)))
  const { step, loss, batchAccuracy } = columns
  if (step.length !== loss.length || step.length !== batchAccuracy.length) throw new NotPlain('columns')
  return stepRecords(
    step.map((at, place) => ({
      step: at,
      loss: loss[place] ?? Number.NaN,
      batchAccuracy: batchAccuracy[place],
    })),
  )
}

const asBytes: Check<Uint8Array<ArrayBuffer>> = (value) => {
  if (!(value instanceof Uint8Array)) throw new NotPlain('bytes')
  return value as Uint8Array<ArrayBuffer> // made here, of no shared memory
}
const plain: Check<unknown> = (value) => plainOfBytes(asBytes(value))

const isDamage = (error: unknown) => error instanceof ZipDamaged || error instanceof NotPlain

function refusalOf(
  error: unknown,
  { fileName, where, signal }: { fileName: string; where: string; signal: AbortSignal },
): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof TooNew) {
    return new FileRefused({ code: 'file-too-new', fileName, version: error.version })
  }
  if (error instanceof ZipDamaged) return damaged(fileName, error.where)
  // The reader of safetensors names its own file, which the visitor does not have.
  if (error instanceof FileRefused && error.problem.code === 'unknown-file') return error
  return damaged(fileName, where)
}

const unknown = (fileName: string) => new FileRefused({ code: 'unknown-file', fileName })

const tooLarge = (fileName: string, bytes: number) =>
  new FileRefused({ code: 'file-too-large', fileName, bytes, limitBytes: limits.file })
