import { expect, test } from 'vitest'
import { labelledSteps, shareOf, stopAt, stopForKey } from './scale.ts'

const stops = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, null]
const ends = { present: 340, limit: 3000 }

test('the track goes from step 0 to the limit, and an eighth of the steps takes half of it', () => {
  expect(shareOf(0, 3000)).toBe(0)
  expect(shareOf(3000, 3000)).toBe(1)
  expect(shareOf(375, 3000)).toBeCloseTo(0.5, 12)
  expect(shareOf(4000, 3000)).toBe(1)
})

test('neighbours of a whole run lie at least two pixels apart on a phone', () => {
  const all = [...stops.slice(0, -1), ...Array.from({ length: 27 }, (_, i) => 400 + 100 * i)]
  const places = all.map((step) => shareOf(step ?? 0, 3000) * 300)
  const gaps = places.slice(1).map((place, i) => place - places[i]!)
  expect(Math.min(...gaps)).toBeGreaterThan(2)
})

test('a hand is taken to the stop that is drawn nearest to it', () => {
  expect(stopAt(0, stops, ends)).toBe(0)
  expect(stopAt(shareOf(290, 3000), stops, ends)).toBe(300)
  expect(stopAt(shareOf(110, 3000), stops, ends)).toBe(100)
  expect(stopAt(1, stops, ends)).toBeNull()
})

test('the end of the tape is the present, where both lie at one place', () => {
  expect(stopAt(1, [0, 1, 3000, null], { present: 3000, limit: 3000 })).toBeNull()
})

test('the numbers under the track have room', () => {
  expect(labelledSteps(3000, 0.06)).toEqual([0, 10, 100, 1000, 3000])
  expect(labelledSteps(3000, 0.16)).toEqual([0, 100, 1000, 3000])
  expect(labelledSteps(100, 0.06)).toEqual([0, 10, 100])
  expect(labelledSteps(5, 0.06)).toEqual([0, 5])
})

test('arrows go to the neighbour, with Shift or page keys by five, Home and End to the ends', () => {
  const to = (key: string, shiftKey = false) => stopForKey({ key, shiftKey }, stops, 10)
  expect(to('ArrowRight')).toEqual({ stop: 15 })
  expect(to('ArrowDown')).toEqual({ stop: 7 })
  expect(to('ArrowLeft', true)).toEqual({ stop: 1 })
  expect(to('PageUp', true)).toEqual({ stop: 70 })
  expect(to('Home')).toEqual({ stop: 0 })
  expect(to('End')).toEqual({ stop: null })
  expect(to('x')).toBeNull()
})

test('the keys of a clicker are left to it', () => {
  expect(stopForKey({ key: 'PageDown', shiftKey: false }, stops, 10)).toBeNull()
})
