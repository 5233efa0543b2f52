import { describe, expect, test } from 'vitest'
import { createRandom, derive, uniform } from '../math/random.ts'
import { indexImages, nearestImages } from './nearest.ts'

const count = 300
const random = createRandom(derive(5, 'images'))
/** Blots: squares of grey, so that some images lie much nearer to each other than others. */
const images = Uint8Array.from({ length: count * 784 })
for (let image = 0; image < count; image++) {
  const [left, top, side] = [20, 20, 8].map((bound) => Math.floor(bound * uniform(random))) as [
    number,
    number,
    number,
  ]
  for (let y = top; y <= top + side; y++) {
    images.fill(
      Math.floor(256 * uniform(random)),
      image * 784 + y * 28 + left,
      image * 784 + y * 28 + left + side,
    )
  }
}

/** Every image, every pixel, the way it stands in the book. */
function bruteForce(image: Uint8Array, wanted: number) {
  const distances = Array.from({ length: count }, (_, index) => {
    let sum = 0
    for (let pixel = 0; pixel < 784; pixel++)
      sum += (images[index * 784 + pixel]! / 255 - image[pixel]! / 255) ** 2
    return { index, distance: Math.sqrt(sum) }
  })
  return distances
    .sort((one, other) => one.distance - other.distance || one.index - other.index)
    .slice(0, wanted)
}

function endOf<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

describe('the nearest images', () => {
  const index = endOf(indexImages(images))

  test.each([1, 3, 10])('%i of them are those that looking at all of them finds', (wanted) => {
    for (let query = 0; query < 20; query++) {
      const image = Uint8Array.from({ length: 784 }, (_, pixel) =>
        query % 2 === 0 ? Math.floor(256 * uniform(random)) : (images[query * 784 + pixel]! * 3) >> 2,
      )
      const found = endOf(nearestImages(index, image, wanted))
      const expected = bruteForce(image, wanted)
      expect(found.map((neighbour) => neighbour.index)).toEqual(expected.map((neighbour) => neighbour.index))
      for (const [at, { distance }] of found.entries())
        expect(distance).toBeCloseTo(expected[at]!.distance, 9)
    }
  })

  test('of an image of the set is this image, at distance 0', () => {
    expect(endOf(nearestImages(index, images.slice(7 * 784, 8 * 784), 1))).toEqual([
      { index: 7, distance: 0 },
    ])
  })

  test('one black pixel on white is 1 away, four are 2', () => {
    const white = endOf(indexImages(new Uint8Array(784)))
    const one = new Uint8Array(784).fill(255, 100, 101)
    const four = new Uint8Array(784).fill(255, 100, 104)
    expect(endOf(nearestImages(white, one, 3))).toEqual([{ index: 0, distance: 1 }])
    expect(endOf(nearestImages(white, four, 3))).toEqual([{ index: 0, distance: 2 }])
  })

  test('of nothing are none', () => {
    expect(endOf(nearestImages(endOf(indexImages(new Uint8Array())), new Uint8Array(784), 2))).toEqual([])
  })
})
