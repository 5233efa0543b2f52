/** What a run on WASM promises: repeatable to the last bit, resumable, without leaks. */
import { above, expect, test } from './harness.ts'

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

test('the replaced kernels still compute right after the backend was ended and started anew', async ({
  numericsPage,
}) => {
  await numericsPage.evaluate(() => window.numerics.open('wasm', 2))
  await numericsPage.evaluate(() => window.numerics.stepTimesMs(1))
  await numericsPage.evaluate(() => window.numerics.reopen('wasm', 1))
  expect(above(1e-4, await numericsPage.evaluate(() => window.numerics.gradientErrors()))).toEqual({})
})

test('the number of threads changes no bit of a run', async ({ numericsPage }) => {
  const hashes = await numericsPage.evaluate(async () => {
    await window.numerics.open('wasm', 1)
    const found = [await window.numerics.stateHash(3)]
    for (const threads of [2, 3]) {
      await window.numerics.reopen('wasm', threads)
      found.push(await window.numerics.stateHash(3))
    }
    return found
  })
  expect(new Set(hashes).size, hashes.join('\n')).toBe(1)
})

test('without SIMD, gradients are right on the kernels of tfjs', async ({ numericsPage }) => {
  await numericsPage.evaluate(() => window.numerics.open('wasm', 0))
  expect(above(1e-4, await numericsPage.evaluate(() => window.numerics.gradientErrors()))).toEqual({})
  expect(await numericsPage.evaluate(() => window.numerics.leakedTensors())).toBe(0)
})

test('a step taken apart changes no bit of the run, and shows what the reference computes', async ({
  numericsPage,
}) => {
  await numericsPage.evaluate(() => window.numerics.open('wasm', 2))
  expect(await numericsPage.evaluate(() => window.numerics.slowStepDifferences())).toEqual([])
  expect(above(1e-3, await numericsPage.evaluate(() => window.numerics.dissectionErrors()))).toEqual({})
})

test('the gradients of a step are the slopes measured without them, for weights of every layer', async ({
  numericsPage,
}) => {
  await numericsPage.evaluate(() => window.numerics.open('wasm', 2))
  const errors = await numericsPage.evaluate(() => window.numerics.slopeErrors())
  expect(Object.keys(errors)).toHaveLength(8 * 3)
  expect(above(2e-3, errors)).toEqual({})
})

test('a kept step shows what the run showed: bit for bit before fc1, within the stated tolerance behind it', async ({
  numericsPage,
}) => {
  await numericsPage.evaluate(() => window.numerics.open('wasm', 1))
  const { different, tolerance, excess, probability } = await numericsPage.evaluate(() =>
    window.numerics.keptFrameErrors(),
  )
  expect(different).toEqual([])
  // At step 3 weights are kept in eighths of a learning rate.
  expect(tolerance).toBeGreaterThan(0)
  expect(tolerance).toBeLessThan(1 / 16 + 1e-3)
  expect(excess).toBe(0)
  expect(probability).toBeLessThan(0.005)
})
