import { expect, test } from 'vitest'
import { pictureBytes, pictureValue } from './pictureBytes.ts'
import { createRandom, derive, normal } from './random.ts'

const draws = (count: number, seed: number) => {
  const random = createRandom(derive(seed, 'pictures'))
  return Float32Array.from({ length: count }, () => normal(random))
}

test('signed values come back within half a step, zero exactly', () => {
  const values = draws(5000, 1).map((value, at) => (at % 10 === 0 ? 0 : value))
  const picture = pictureBytes(values, { isSigned: true })
  expect(picture.limit).toBe(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0))
  const errors = values.map((value, at) => Math.abs(pictureValue(picture, at) - value))
  expect(Math.max(...errors)).toBeLessThan((picture.limit / 127 / 2) * 1.0001)
  for (let at = 0; at < values.length; at += 10) expect(pictureValue(picture, at)).toBe(0)
})

test('unsigned values come back within half a step, zero and the largest exactly', () => {
  const values = draws(5000, 2).map((value) => Math.max(value, 0))
  const picture = pictureBytes(values, { isSigned: false })
  values.forEach((value, at) => {
    const back = pictureValue(picture, at)
    expect(Math.abs(back - value)).toBeLessThan((picture.limit / 255 / 2) * 1.0001)
    if (value === 0 || value === picture.limit) expect(back).toBe(value)
  })
})

test('by hand: −2, −1, 0, 1, 2 and 0, 1, 4', () => {
  const signed = pictureBytes(Float32Array.of(-2, -1, 0, 1, 2), { isSigned: true })
  expect([...signed.bytes]).toEqual([1, 65, 128, 192, 255])
  const unsigned = pictureBytes(Float32Array.of(0, 1, 4), { isSigned: false })
  expect([...unsigned.bytes]).toEqual([0, 64, 255])
})

test('nothing but zeros stays nothing but zeros', () => {
  for (const isSigned of [true, false]) {
    const picture = pictureBytes(new Float32Array(3), { isSigned })
    expect([0, 1, 2].map((at) => pictureValue(picture, at))).toEqual([0, 0, 0])
  }
})
