import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { fileOf, runInFile, runOf, without } from '../../tests/fixtures/runFiles.ts'
import { initialParameters } from '../network/parameters.ts'
import type { FileProblem } from '../protocol/keep.ts'
import { FileRefused } from '../weights/fileRefused.ts'

// Ten million numbers each.
vi.setConfig({ testTimeout: 60_000 })

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

async function problemOf(work: Promise<unknown>): Promise<FileProblem> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FileRefused)) throw new Error(`not refused: ${error}`)
  return error.problem
}

test('a run comes back from its file as it was, to the last bit', async () => {
  const run = { ...runInFile({ steps: 120 }), first: initialParameters(99) }
  const { lost, ...read } = await runOf(await fileOf(run))
  expect(lost).toEqual([])
  // Not `toEqual`: that takes half a minute for ten million numbers.
  expect(isDeepStrictEqual(read, run)).toBe(true)
})

test('without the state for continuing it is 26 MB smaller, and says so', async () => {
  const run = runInFile({ steps: 5 })
  const [large, small] = [await fileOf(run), await fileOf(run, { canContinue: false })]
  expect(large.size - small.size).toBeGreaterThan(26_000_000)
  const read = await runOf(small)
  expect(read.header).toEqual({ ...run.header, canContinue: false })
  const { parameters } = run.checkpoint!.network
  expect(isDeepStrictEqual(read.checkpoint?.network.parameters, parameters)).toBe(true)
})

test('the weights are where the safetensors format has them', async () => {
  const run = runInFile({ steps: 2 })
  const file = unzipSync(await bytesOf(await fileOf(run)))['network.safetensors']!
  // By hand: eight bytes of length, JSON, numbers.
  const view = new DataView(file.buffer, file.byteOffset)
  const length = Number(view.getBigUint64(0, true))
  const header = JSON.parse(textOf(file.subarray(8, 8 + length)))
  const bias = header['fc2/bias']
  expect(bias).toMatchObject({ dtype: 'F32', shape: [10] })
  const weights = header['conv1/weights'].data_offsets[0]
  expect(view.getFloat32(8 + length + weights + 4 * 17, true)).toBe(
    run.checkpoint!.network.parameters['conv1/weights'][17],
  )
  const moment = header['adam/second/conv2/bias'].data_offsets[0]
  expect(view.getFloat32(8 + length + moment + 4 * 63, true)).toBe(
    run.checkpoint!.network.secondMoments['conv2/bias'][63],
  )
})

test('other programs open it: the manifest comes first, the history is a table', async () => {
  const run = runInFile({ steps: 30, network: 'none' })
  const entries = unzipSync(await bytesOf(await fileOf(run)))
  expect(Object.keys(entries)[0]).toBe('manifest.json')
  expect(textOf(entries['README.txt'])).toContain('zipfile')
  const history = JSON.parse(textOf(entries['record/history.json']))
  expect(history.loss).toEqual(run.record.history.map(({ loss }) => loss))
  expect(history.step).toHaveLength(30)
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test.runIf(hasPython)("Python's zipfile finds every entry whole", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'faltwerk-'))
  try {
    const path = join(folder, 'a.faltwerk')
    writeFileSync(path, await bytesOf(await fileOf(runInFile({ steps: 3, network: 'none' }))))
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))'
    const said = execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })
    // manifest, README, history, evaluations, flows, 2 summaries, 3 steps of the tape, contents.
    expect(said.trim()).toBe('None 11')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('numbers that are none survive: a run may end with them', async () => {
  const run = runInFile({ steps: 3, network: 'none' })
  const last = run.record.history.at(-1)!
  const history = [...run.record.history.slice(0, -1), { ...last, loss: Number.NaN }]
  const flows = run.record.flows.map((flow) => ({
    ...flow,
    updates: { ...flow.updates, 'fc2/bias': Infinity },
  }))
  const broken = { ...run, record: { ...run.record, history, flows } }
  const read = await runOf(await fileOf(broken))
  expect(read.record.history).toEqual(history)
  expect(read.record.flows).toEqual(flows)
})

test('nothing in the file is of a later step than its network', async () => {
  const run = runInFile({ steps: 10, network: 'none', tape: [0, 10, 15] })
  const early = { ...run, header: { ...run.header, step: 5 } }
  const read = await runOf(await fileOf(early))
  expect(read.lost).toEqual([])
  expect(read.record.history.at(-1)?.step).toBe(5)
  expect(read.tape.map(({ step }) => step)).toEqual([0])
})

/** A file whose zip is right and whose entries are what `change` makes of them. */
async function changed(change: (entries: Record<string, Uint8Array>) => void): Promise<Blob> {
  const entries = unzipSync(await bytesOf(await fileOf(runInFile({ steps: 3, network: 'none' }))))
  change(entries)
  return new Blob([new Uint8Array(zipSync(entries, { level: 0 }))])
}
const rewritten = (bytes: Uint8Array | undefined, from: string, to: string) =>
  new TextEncoder().encode(textOf(bytes).replace(from, to))

test('a file of a newer version is refused by its number', async () => {
  const file = await changed((entries) => {
    entries['manifest.json'] = rewritten(entries['manifest.json'], '"version": 1', '"version": 7')
  })
  expect(await problemOf(runOf(file))).toEqual({ code: 'file-too-new', fileName: 'a.faltwerk', version: 7 })
})

test('what is no run is unknown: other zips, other files, nothing at all', async () => {
  const files = [
    await changed((entries) => delete entries['manifest.json']),
    await changed((entries) => {
      entries['manifest.json'] = rewritten(entries['manifest.json'], 'faltwerk-run', 'other')
    }),
    new Blob(['no zip']),
    new Blob([]),
  ]
  for (const file of files) {
    expect(await problemOf(runOf(file))).toEqual({ code: 'unknown-file', fileName: 'a.faltwerk' })
  }
})

test('a damaged summary or step of the tape is lost alone, and named', async () => {
  const run = runInFile({ steps: 3, network: 'none' })
  const names = ['record/summaries/000000.bin', 'tape/000001.bin']
  const file = await changed((entries) => {
    for (const name of names) entries[name]![100]! ^= 1
  })
  const { lost, ...read } = await runOf(file)
  expect(lost).toEqual(names)
  expect(read).toEqual(without(run, names))
})

test('a damaged network refuses the file', async () => {
  const bytes = await bytesOf(await fileOf(runInFile({ steps: 1 })))
  bytes[20_000_000]! ^= 1
  expect(await problemOf(runOf(new Blob([bytes])))).toEqual({
    code: 'file-damaged',
    fileName: 'a.faltwerk',
    where: 'network.safetensors',
  })
})

test('reading ends at once when it is not wanted any more', async () => {
  const file = await fileOf(runInFile({ steps: 3, network: 'none' }))
  const signal = AbortSignal.abort(new Error('stopped'))
  await expect(runOf(file, { signal })).rejects.toThrow('stopped')
})
