import { expect, it } from 'vitest'
import { relativeDistance } from '../../../tests/fixtures/distance.ts'
import { testEngine } from '../../../tests/fixtures/kernel-engine.ts'
import { adamUpdate } from '../../math/adam.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { training } from '../../network/spec.ts'
import { adamArguments } from './adam.ts'

it.each([1, 7, 40_003])(
  'makes the update of the definition on %i weights, step after step',
  async (length) => {
    const { engine, heap } = await testEngine()
    const random = createRandom(derive(4, `${length}`))
    const values = () => Float64Array.from({ length }, () => 0.1 * normal(random))
    let w = values()
    const m = new Float64Array(length)
    const v = new Float64Array(length)
    const [atW, atM, atV] = [w, m, v].map((start) => heap.put(Float32Array.from(start)))
    for (let t = 1; t <= 3; t++) {
      const gradient = values()
      const newW = new Float64Array(length)
      adamUpdate({ w, m, v }, gradient, { ...training, t, newW })
      w = newW
      const atGradient = heap.put(Float32Array.from(gradient))
      const { items, ints, floats } = adamArguments(engine, length, { ...training, t })
      engine.run('adam', items, [atW!, atM!, atV!, atGradient, ...ints], { floats })
    }
    for (const [address, expected] of [
      [atW!, w],
      [atM!, m],
      [atV!, v],
    ] as const) {
      expect(relativeDistance(heap.floats(address, length), Float32Array.from(expected))).toBeLessThan(1e-6)
    }
  },
)
