import { expect, test } from 'vitest'
import { layerCosts, sumOf } from './layerTable.ts'

test('the parameters are those of the specification, 3,274,634 in all', () => {
  const of = Object.fromEntries(layerCosts.map(({ name, parameters }) => [name, parameters]))
  expect(of).toMatchObject({ conv1: 832, conv2: 51_264, fc1: 3_212_288, fc2: 10_250, pool1: 0, dropout: 0 })
  expect(sumOf(({ parameters }) => parameters)).toBe(3_274_634)
})

test('one image takes 13.9 million multiplications, most of them in conv2', () => {
  const of = Object.fromEntries(layerCosts.map(({ name, multiplyAdds }) => [name, multiplyAdds]))
  // 28 · 28 · 25 · 32 and 14 · 14 · 25 · 32 · 64
  expect(of).toMatchObject({ conv1: 627_200, conv2: 10_035_200, fc1: 3_211_264, fc2: 10_240 })
  expect(sumOf(({ multiplyAdds }) => multiplyAdds)).toBe(13_883_904)
})
