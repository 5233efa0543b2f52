import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { fileOf, mutated, runInFile, runOf, without } from '../../tests/fixtures/runFiles.ts'
import { FileRefused } from '../weights/fileRefused.ts'

const mutations = 2000
const mostMs = 2000

test(`of ${mutations} damaged files each is refused, or read without what is damaged: never something wrong as good`, {
  timeout: 240_000,
}, async () => {
  const run = runInFile({ steps: 3, network: 'none', summaries: 1, tapeBytes: 30_000 })
  const file = new Uint8Array(await (await fileOf(run)).arrayBuffer())
  const outcomes = { refused: 0, partly: 0, whole: 0 }
  for (let seed = 0; seed < mutations; seed++) {
    const { what, bytes } = mutated(file, seed)
    const startMs = performance.now()
    try {
      const { lost, ...read } = await runOf(new Blob([bytes]))
      if (!isDeepStrictEqual(read, without(run, lost))) throw new Error('read something else')
      outcomes[lost.length > 0 ? 'partly' : 'whole']++
    } catch (error) {
      if (!(error instanceof FileRefused)) throw new Error(`${what}: ${error}`, { cause: error })
      outcomes.refused++
    }
    expect(performance.now() - startMs, what).toBeLessThan(mostMs)
  }
  // All three happen, or the mutations miss something.
  expect(Math.min(...Object.values(outcomes)), JSON.stringify(outcomes)).toBeGreaterThan(20)
})
