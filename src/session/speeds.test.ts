import { expect, test } from 'vitest'
import { gentleCost, noSpeeds } from './speeds.ts'

const two = { threads: 2, msPerStep: 100 }
const one = { threads: 1, msPerStep: 180 }

test('the cost of the gentle setting is known when both were measured', () => {
  const present = { threads: 2, gentle: false }
  expect(gentleCost(noSpeeds, present)).toEqual({ kind: 'unknown' })
  expect(gentleCost({ usual: two, gentle: null }, present)).toEqual({ kind: 'unknown' })
  expect(gentleCost({ usual: two, gentle: one }, present)).toEqual({
    kind: 'measured',
    usual: two,
    gentle: one,
  })
})

test('where one thread computes anyway, or as many as before, it costs nothing', () => {
  expect(gentleCost(noSpeeds, { threads: 1, gentle: false })).toEqual({ kind: 'none' })
  expect(gentleCost({ usual: two, gentle: two }, { threads: 2, gentle: true })).toEqual({ kind: 'none' })
})

test('one thread because of the setting itself is no reason to say that it costs nothing', () => {
  expect(gentleCost(noSpeeds, { threads: 1, gentle: true })).toEqual({ kind: 'unknown' })
  expect(gentleCost(noSpeeds, null)).toEqual({ kind: 'unknown' })
})
