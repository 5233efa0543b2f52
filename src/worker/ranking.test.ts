import { expect, test } from 'vitest'
import { cannotWin, msPerImageAt, ranked, withUnavailable } from './ranking.ts'

test('two timed batches give the fixed cost and the cost per image', () => {
  // 60 ms whatever the batch, 3 ms per image: 210 ms for 50 images.
  const ms = msPerImageAt(50, { batchSize: 2, ms: 66 }, { batchSize: 10, ms: 90 })
  expect(ms).toBeCloseTo(210 / 50, 10)
})

test('one timed batch counts all of its time per image, and noise never gives a negative time', () => {
  expect(msPerImageAt(50, { batchSize: 2, ms: 66 }, null)).toBe(33)
  expect(msPerImageAt(50, { batchSize: 2, ms: 50 }, { batchSize: 10, ms: 45 })).toBe(1)
})

test('the fastest measured goes first, then what was too slow, and never what does not exist', () => {
  const order = ranked([
    { backend: 'wasm', outcome: 'measured', msPerImage: 4, threads: 2 },
    { backend: 'webgpu', outcome: 'unavailable', reason: 'none' },
    { backend: 'webgl', outcome: 'too-slow' },
  ])
  expect(order).toEqual(['wasm', 'webgl', 'cpu'])
  expect(ranked([])).toEqual(['wasm', 'webgl', 'webgpu', 'cpu'])
})

test('what fails later is no longer in the order', () => {
  const trials = withUnavailable([{ backend: 'webgl', outcome: 'too-slow' }], 'webgl', 'lost')
  expect(ranked(trials)).toEqual(['wasm', 'webgpu', 'cpu'])
})

test('a GPU in software cannot win by its product; a weak real one may, and where there is nothing to beat all may', () => {
  // 512³ products are 0.27 GFLOP: 90 ms at 3 GFLOP/s, 6 ms at 45 GFLOP/s. WASM with 2 ms per image does 42 GFLOP/s.
  expect(cannotWin(90, 2)).toBe(true)
  expect(cannotWin(6, 2)).toBe(false)
  expect(cannotWin(90, Number.POSITIVE_INFINITY)).toBe(false)
})
