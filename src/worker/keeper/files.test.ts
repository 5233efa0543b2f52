import { expect, test } from 'vitest'
import { runInFile } from '../../../tests/fixtures/runFiles.ts'
import { fileNameOf, runFiles } from './files.ts'
import { type LongTask, Refusal } from './parts.ts'

const run = runInFile({ steps: 3, network: 'none' })
const named = (name: string | null) => fileNameOf({ header: { ...run.header, name } })
const { signal } = new AbortController()

async function resultOf<Result>(task: LongTask<Result>): Promise<Result> {
  for (;;) {
    const next = await task.next()
    if (next.done) return next.value
  }
}

test('a file has the name of its run, or says what tells it from others', () => {
  expect(named('Stunde 7: Größe/Übung')).toBe('Stunde-7-Größe-Übung.faltwerk')
  expect(named('../../x')).toBe('x.faltwerk')
  expect(named('…')).toBe('faltwerk-seed3-step3.faltwerk')
  expect(named(null)).toBe('faltwerk-seed3-step3.faltwerk')
})

test('what was packed is unpacked', async () => {
  const file = await resultOf(runFiles.pack(run, { canContinue: true, signal }))
  const { lost, ...read } = await resultOf(runFiles.unpack(file, { signal }))
  expect(lost).toEqual([])
  expect(read.header).toEqual(run.header)
  expect(read.tape).toEqual(run.tape)
})

test('a file that is none is refused with its name', async () => {
  const source = { file: new Blob(['abc']), fileName: 'notes.txt' }
  const refusal = await resultOf(runFiles.unpack(source, { signal })).catch((reason: unknown) => reason)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ problem: { code: 'unknown-file', fileName: 'notes.txt' } })
})
