import { describe, expect, it } from 'vitest'
import { relativeDistance } from '../../../tests/fixtures/distance.ts'
import { testEngine } from '../../../tests/fixtures/kernel-engine.ts'
import { maxPool, maxPoolGradient } from '../../math/pooling.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { convolve } from './convolution.ts'

const cases = [
  { n: 2, height: 4, width: 6, channels: 5 },
  { n: 1, height: 28, width: 28, channels: 32 },
  { n: 3, height: 2, width: 2, channels: 1 },
]

describe.each(cases)('pooling $n × $height × $width × $channels', ({ n, height, width, channels }) => {
  const random = createRandom(derive(3, `${height}`))
  // Whole numbers, so that equal values and zeros meet often.
  const x = Float32Array.from({ length: n * height * width * channels }, () => Math.round(normal(random)))
  const rectified = x.map((value) => Math.max(0, value))
  const dy = Float32Array.from({ length: x.length / 4 }, () => normal(random))
  const sizes = { n, height, width, channels }

  it('takes the largest of four, and sends the gradient back through winner and ReLU alone', async () => {
    const { engine, heap } = await testEngine()
    const [pooled, winners] = [heap.allocate(dy.byteLength), heap.allocate(dy.length)]
    poolByIdentity({ engine, heap, x, pooled, winners, sizes })
    expect(relativeDistance(heap.floats(pooled, dy.length), maxPool(rectified, sizes))).toBe(0)

    const dx = heap.allocate(x.byteLength)
    engine.run('unpool', n, [heap.put(dy), winners, height, width, channels, dx])
    const expected = maxPoolGradient(rectified, dy, sizes).map((value, at) => (x[at]! > 0 ? value : 0))
    expect(relativeDistance(heap.floats(dx, x.length), expected)).toBe(0)
    expect(heap.isIntact()).toBe(true)
  })
})

describe('an odd map', () => {
  it('gets no gradient where no window reaches', async () => {
    const { engine, heap } = await testEngine()
    const x = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const [pooled, winners, dx] = [heap.allocate(4), heap.allocate(1), heap.allocate(36)]
    poolByIdentity({ engine, heap, x, pooled, winners, sizes: { n: 1, height: 3, width: 3, channels: 1 } })
    expect([...heap.floats(pooled, 1)]).toEqual([5])
    engine.run('unpool', 1, [heap.put(Float32Array.of(7)), winners, 3, 3, 1, dx])
    expect([...heap.floats(dx, 9)]).toEqual([0, 0, 0, 0, 7, 0, 0, 0, 0])
  })
})

describe.each([
  { rows: 1, channels: 1 },
  { rows: 7, channels: 18 },
  { rows: 100, channels: 64 },
])('the sum over $rows rows of $channels channels', ({ rows, channels }) => {
  it('is the sum of each channel', async () => {
    const { engine, heap } = await testEngine()
    const x = Float32Array.from({ length: rows * channels }, (_, at) => (at * 37) % 101)
    const sums = heap.allocate(channels * 4)
    engine.run('sumChannels', Math.ceil(channels / 16), [heap.put(x), rows, channels, sums])
    const expected = Float32Array.from({ length: channels }, (_, channel) =>
      x.reduce((sum, value, at) => sum + (at % channels === channel ? value : 0), 0),
    )
    expect([...heap.floats(sums, channels)]).toEqual([...expected])
  })
})

type Engine = Awaited<ReturnType<typeof testEngine>>
type Pooling = { x: Float32Array; pooled: number; winners: number; sizes: (typeof cases)[number] }

/** A 1 × 1 convolution with the identity, so that nothing but ReLU and pooling happens to x. */
function poolByIdentity({ engine, heap, x, pooled, winners, sizes }: Engine & Pooling): void {
  const { n, height, width, channels } = sizes
  const identity = Float32Array.from({ length: channels ** 2 }, (_, at) =>
    at % (channels + 1) === 0 ? 1 : 0,
  )
  const shape = {
    ...{ images: n, height, width, channels, outputs: channels },
    ...{ filterHeight: 1, filterWidth: 1, pad: { top: 0, bottom: 0, left: 0, right: 0 } },
  }
  const bias = heap.put(new Float32Array(channels))
  const addresses = { x: heap.put(x), filter: heap.put(identity), y: pooled }
  convolve(engine, shape, addresses, { bias, isRectified: true, winners })
}
