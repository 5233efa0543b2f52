import { expect, it } from 'vitest'
import { testEngine } from '../../../tests/fixtures/kernel-engine.ts'
import { adamUpdate } from '../../math/adam.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { training } from '../../network/spec.ts'
import { meanSquares } from './squares.ts'

it.each([1, 7, 1025, 70_003])('measures gradient, update and weights of %i weights', async (length) => {
  const { engine, heap } = await testEngine()
  const random = createRandom(derive(4, `${length}`))
  const values = (size: number) => Float64Array.from({ length }, () => size * normal(random))
  const before = { w: values(0.1), m: values(0.01), v: values(0.001).map((value) => value * value) }
  const gradient = values(0.02)
  const [m, v, newW] = [before.m.slice(), before.v.slice(), new Float64Array(length)]
  adamUpdate({ w: before.w, m, v }, gradient, { ...training, t: 3, newW })

  const put = (doubles: Float64Array) => heap.put(Float32Array.from(doubles))
  const found = meanSquares(
    engine,
    { w: put(newW), m: put(m), v: put(v), gradient: put(gradient) },
    { length, attributes: { ...training, t: 3 } },
  )
  const meanSquare = (doubles: Float64Array) => doubles.reduce((sum, one) => sum + one * one, 0) / length
  const moved = newW.map((value, at) => value - before.w[at]!)
  for (const [at, expected] of [gradient, moved, newW].entries()) {
    expect(Math.abs(found[at]! / meanSquare(expected) - 1)).toBeLessThan(1e-5)
  }
  expect(heap.isIntact()).toBe(true)
})
