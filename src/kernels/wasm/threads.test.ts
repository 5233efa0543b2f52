import { expect, it } from 'vitest'
import { threadedEngine } from '../../../tests/fixtures/kernel-engine.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { filterGradient } from './convolution.ts'
import { multiply } from './product.ts'

const random = createRandom(derive(5, 'threads'))
const values = (length: number) => Float32Array.from({ length }, () => normal(random))

it('computes every item of every job exactly once, however many threads meet', {
  timeout: 60_000,
}, async () => {
  const { engine, heap, close } = await threadedEngine(4)
  const length = 41 * 3
  const x = heap.put(Float32Array.from({ length }, (_, at) => at))
  const padded = heap.allocate(41 * 25 * 4)
  // Each image of one row becomes a padded one: a job of 41 tiny items, so that threads meet at the board all the time.
  for (let job = 1; job <= 3000; job++) {
    const margin = 1 + (job % 2)
    const side = 1 + 2 * margin
    engine.run('pad', 41, [x, 1, 3, 1, padded, side, side + 2, margin, margin])
    const images = heap.floats(padded, 41 * side * (side + 2))
    const sum = images.reduce((total, value) => total + value, 0)
    if (sum !== (length * (length - 1)) / 2) throw new Error(`Job ${job}: the sum is ${sum}.`)
  }
  await close()
})

it('gives the same bits with one thread and with four', async () => {
  const [n, side, channels, outputs] = [5, 9, 6, 11]
  const shape = {
    ...{ images: n, height: side, width: side, channels, outputs },
    ...{ filterHeight: 5, filterWidth: 5, pad: { top: 2, bottom: 2, left: 2, right: 2 } },
  }
  const product = { rows: 100, length: 300, columns: 130, transposeA: false, transposeB: false }
  const [x, dy] = [values(n * side * side * channels), values(n * side * side * outputs)]
  const [a, b] = [values(product.rows * product.length), values(product.length * product.columns)]
  const compute = async (threads: number) => {
    const { engine, heap, close } = await threadedEngine(threads)
    const dw = heap.allocate(25 * channels * outputs * 4)
    filterGradient(engine, shape, { x: heap.put(x), dy: heap.put(dy), dw })
    const c = heap.allocate(product.rows * product.columns * 4)
    multiply(engine, product, { a: heap.put(a), b: heap.put(b), c })
    await close()
    return [...heap.floats(dw, 25 * channels * outputs), ...heap.floats(c, product.rows * product.columns)]
  }
  expect(await compute(4)).toEqual(await compute(1))
})

it('tells how long each thread had something to compute', async () => {
  const { engine, heap, close } = await threadedEngine(2)
  const product = { rows: 200, length: 600, columns: 400, transposeA: false, transposeB: false }
  const a = heap.put(values(product.rows * product.length))
  const b = heap.put(values(product.length * product.columns))
  const c = heap.allocate(product.rows * product.columns * 4)
  expect(engine.busyMs()).toEqual([0, 0])
  const begun = performance.now()
  for (let time = 0; time < 20; time++) multiply(engine, product, { a, b, c })
  const wallMs = performance.now() - begun
  const [own = 0, helper = 0] = engine.busyMs()
  await close()
  expect(own).toBeGreaterThan(wallMs / 4)
  expect(own).toBeLessThanOrEqual(wallMs)
  expect(helper).toBeGreaterThan(0)
  expect(helper).toBeLessThanOrEqual(wallMs + 1)
})

it('leaves the helpers asleep while it is to be alone, with the same bits', async () => {
  let isAlone = false
  const { engine, heap, close } = await threadedEngine(2, () => isAlone)
  const product = { rows: 200, length: 600, columns: 400, transposeA: false, transposeB: false }
  const a = heap.put(values(product.rows * product.length))
  const b = heap.put(values(product.length * product.columns))
  const c = heap.allocate(product.rows * product.columns * 4)
  const compute = () => {
    multiply(engine, product, { a, b, c })
    return [...heap.floats(c, product.rows * product.columns)]
  }
  const together = compute()
  // Long enough for the helper to fall asleep.
  await new Promise((resolve) => setTimeout(resolve, 100))
  isAlone = true
  const [, before = 0] = engine.busyMs()
  for (let time = 0; time < 5; time++) expect(compute()).toEqual(together)
  expect(engine.busyMs()[1]).toBe(before)
  isAlone = false
  for (let time = 0; time < 20; time++) compute()
  expect(engine.busyMs()[1]).toBeGreaterThan(before)
  await close()
})
