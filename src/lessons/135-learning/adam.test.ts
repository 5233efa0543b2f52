import { expect, test } from 'vitest'
import type { AnatomyPlane } from '../../protocol/anatomy.ts'
import type { Anatomy } from '../../session/slowMotion.ts'
import { adamParts, exponentFor } from './adam.ts'

test('the second update of a weight, computed by hand', () => {
  // g = 2 after a first update with g = 1: m = 0.1, v = 0.001.
  // m′ = 0.9·0.1 + 0.1·2 = 0.29, v′ = 0.999·0.001 + 0.001·4 = 0.004999; 1 − 0.9² = 0.19, 1 − 0.999² = 0.001999.
  // m̂ = 1.526316, v̂ = 2.500750, √v̂ = 1.581376: the update is −0.0001 · 0.965182.
  const held: Partial<Record<AnatomyPlane, number>> = {
    'fc2/weights': 0.5,
    'fc2/weights/gradient': 2,
    'fc2/weights/m': 0.1,
    'fc2/weights/v': 0.001,
    'fc2/weights/m/after': 0.29,
    'fc2/weights/v/after': 0.004999,
    'fc2/weights/after': 0.5 - 0.0000965182,
  }
  const planes = new Map(
    Object.entries(held).map(([name, value]) => [
      name as AnatomyPlane,
      { shape: [1024, 10], values: new Float32Array(10_240).fill(value) },
    ]),
  )
  const anatomy: Anatomy = { run: 1, step: 2, place: 0, sizes: {} as never, planes }
  const parts = adamParts(anatomy, { variable: 'fc2', group: 0, cell: { map: 0, row: 0, column: 0 } })!
  expect(parts.keptM + parts.addedM).toBeCloseTo(0.29, 7)
  expect(parts.keptV + parts.addedV).toBeCloseTo(0.004999, 9)
  expect(parts.meanHat).toBeCloseTo(1.526316, 5)
  expect(parts.squareHat).toBeCloseTo(2.50075, 5)
  expect(parts.update).toBeCloseTo(-0.0000965182, 9)
  expect(parts.w + parts.update).toBeCloseTo(parts.wAfter, 6)
})

test('the common power of ten is that of the largest number', () => {
  expect(exponentFor([0.00032, -0.0041])).toBe(-3)
  expect(exponentFor([0, 0])).toBe(0)
  expect(exponentFor([12, 3])).toBe(1)
})
