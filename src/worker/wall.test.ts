import { describe, expect, it } from 'vitest'
import { digitsFor } from './wall.ts'

// Three images: all 10, all 20, all 30; labels 4, 7, 4.
const split = {
  imagesNHW: Uint8Array.from({ length: 3 * 784 }, (_, i) => 10 * (Math.floor(i / 784) + 1)),
  labels: Uint8Array.of(4, 7, 4),
}
const query = { type: 'want-digits', id: 5, split: 'test', label: null, offset: 0, count: 10 } as const

describe('digits for a wall', () => {
  it('are those of one class, from an offset on', () => {
    const answer = digitsFor({ ...query, label: 4, offset: 1 }, split)
    expect([...answer.indices]).toEqual([2])
    expect(answer.matching).toBe(2)
    expect(answer.imagesNHW[0]).toBe(30)
  })
  it('are those asked for by their indices, in that order, without those that do not exist', () => {
    const answer = digitsFor({ ...query, indices: [2, 1, 99] }, split)
    expect([...answer.indices]).toEqual([2, 1])
    expect([...answer.labels]).toEqual([4, 7])
    expect([answer.imagesNHW[0], answer.imagesNHW[784]]).toEqual([30, 20])
  })
  it('are none while there is no data', () => {
    expect(digitsFor({ ...query, indices: [0] }, null).indices).toHaveLength(0)
  })
})
