import { expect, it } from 'vitest'
import { channelsOf, placeOfSlice, sliceOf } from './explain.ts'

// Every weight says where it stands: row, column, channel and filter as one number in base 100.
const weights = { shape: [5, 5, 32, 64], values: new Float32Array(51_200) }
let at = 0
for (let row = 0; row < 5; row++)
  for (let column = 0; column < 5; column++)
    for (let channel = 0; channel < 32; channel++)
      for (let filter = 0; filter < 64; filter++)
        weights.values[at++] = ((row * 5 + column) * 32 + channel) * 100 + filter

it('cuts out the 32 channels of one filter, place by place', () => {
  const { shape, values } = channelsOf(weights, 10)
  expect(shape).toEqual([5, 5, 32])
  expect(values[0]).toBe(10)
  expect(values[1]).toBe(110) // channel 1
  expect(values[(2 * 5 + 3) * 32 + 7]).toBe(((2 * 5 + 3) * 32 + 7) * 100 + 10)
})

it('names all 2,048 filter channels once', () => {
  expect(placeOfSlice(0)).toEqual({ channel: 0, filter: 0 })
  expect(placeOfSlice(65)).toEqual({ channel: 1, filter: 1 })
  expect(sliceOf(31, 63)).toBe(2047)
  for (let slice = 0; slice < 2048; slice++) {
    const { channel, filter } = placeOfSlice(slice)
    expect(sliceOf(channel, filter)).toBe(slice)
  }
})
