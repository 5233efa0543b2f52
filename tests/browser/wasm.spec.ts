/** What a run on WASM promises: repeatable to the last bit, resumable, without leaks. */
import { expect, test } from './harness.ts'

test.describe.configure({ timeout: 120_000 })

for (const threads of [1, 2]) {
  test(`with ${threads} threads, one seed gives one run, bit for bit, also across a checkpoint`, async ({
    numericsPage,
  }) => {
    expect(await numericsPage.evaluate(() => crossOriginIsolated)).toBe(true)
    await numericsPage.evaluate((count) => window.numerics.open('wasm', count), threads)
    expect(await numericsPage.evaluate(() => window.numerics.differencesBetweenRuns(4))).toEqual([])
  })
}

test('steps, evaluations and frames leave no tensor behind', async ({ numericsPage }) => {
  await numericsPage.evaluate(() => window.numerics.open('wasm', 1))
  expect(await numericsPage.evaluate(() => window.numerics.leakedTensors())).toBe(0)
})
