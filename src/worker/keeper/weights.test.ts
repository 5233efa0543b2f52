import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { runInFile } from '../../../tests/fixtures/runFiles.ts'
import { movedWeights } from '../../../tests/fixtures/weights.ts'
import { type LongTask, Refusal } from './parts.ts'
import { weightFiles } from './weights.ts'

const { header } = runInFile({ steps: 120, network: 'none' })
const { signal } = new AbortController()
const parameters = movedWeights()

async function done<Result>(task: LongTask<Result>) {
  const shares: number[] = []
  for (;;) {
    const next = await task.next()
    if (next.done) return { result: next.value, shares }
    shares.push(next.value)
  }
}

async function written(fc1Tolerance: number) {
  const source = { header, snapshot: { step: 120, parameters }, fc1Tolerance }
  return await done(weightFiles.write(source, { format: 'npz', signal }))
}

test('a file says what it is, and what is written is the beginning of a run, to the last bit', async () => {
  const { result, shares } = await written(0)
  expect(result.fileName).toBe('faltwerk-seed3-step120-npz.zip')
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(shares.at(-1)).toBe(1)
  const { result: weights } = await done(weightFiles.read([result], { signal }))
  expect(weights.origin).toEqual({ kind: 'weights', fileName: result.fileName })
  for (const [name, values] of Object.entries(parameters)) {
    const found = weights.parameters[name as keyof typeof parameters]
    expect(Buffer.compare(new Uint8Array(found.buffer), new Uint8Array(values.buffer)), name).toBe(0)
  }
})

test('the page to read first says where the weights come from, and how far they may be from the run', async () => {
  const readmeOf = async (file: Blob) =>
    strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['README.txt']!)
  const exact = await readmeOf((await written(0)).result.file)
  expect(exact).toContain('Stand nach 120 Schritten, Startwert 3, trainiert mit MNIST.')
  expect(exact).toContain('State after 120 steps, seed 3, trained on MNIST.')
  expect(exact).toContain('The run began with the weights of start.npz.')
  expect(exact).not.toMatch(/tape|Band/)
  const kept = await readmeOf((await written(0.00048828125)).result.file)
  expect(kept).toContain('weicht um höchstens 0.00049 von denen des Laufs ab')
  expect(kept).toContain('differs from those of the run by at most 0.00049')
})

test('a file that is refused ends the work with its sentence', async () => {
  const task = weightFiles.read([{ file: new Blob(['dear diary']), fileName: 'diary.txt' }], { signal })
  const refusal = await done(task).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).problem).toEqual({ code: 'unknown-file', fileName: 'diary.txt' })
})
