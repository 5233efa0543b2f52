import { describe, expect, it } from 'vitest'
import { relativeDistance } from '../../../tests/fixtures/distance.ts'
import { testEngine } from '../../../tests/fixtures/kernel-engine.ts'
import * as math from '../../math/convolution.ts'
import { createRandom, derive, normal } from '../../math/random.ts'
import { type Convolution, convolve, convolveFast, filterGradient, inputGradient } from './convolution.ts'

type Sizes = {
  n: number
  height: number
  width: number
  inputChannels: number
  outputChannels: number
  side: number
}

const cases: readonly Sizes[] = [
  { n: 2, height: 28, width: 28, inputChannels: 1, outputChannels: 32, side: 5 },
  { n: 1, height: 14, width: 14, inputChannels: 32, outputChannels: 64, side: 5 },
  { n: 3, height: 7, width: 5, inputChannels: 3, outputChannels: 2, side: 3 },
  { n: 1, height: 1, width: 1, inputChannels: 1, outputChannels: 1, side: 1 },
  { n: 2, height: 5, width: 9, inputChannels: 6, outputChannels: 17, side: 5 },
  { n: 1, height: 2, width: 3, inputChannels: 13, outputChannels: 9, side: 3 },
  { n: 3, height: 2, width: 4, inputChannels: 8, outputChannels: 16, side: 5 },
  { n: 2, height: 6, width: 10, inputChannels: 24, outputChannels: 8, side: 5 },
]

function shapeOf({ n, height, width, inputChannels, outputChannels, side }: Sizes): Convolution {
  const half = (side - 1) / 2
  return {
    ...{ images: n, height, width, channels: inputChannels, outputs: outputChannels },
    ...{ filterHeight: side, filterWidth: side },
    pad: { top: half, bottom: half, left: half, right: half },
  }
}

describe.each(cases)(
  'the convolution $n × $height × $width × $inputChannels by $side to $outputChannels',
  (sizes) => {
    const { n, height, width, inputChannels, outputChannels, side } = sizes
    const random = createRandom(derive(1, JSON.stringify(sizes)))
    const values = (length: number) => Float32Array.from({ length }, () => normal(random))
    const x = values(n * height * width * inputChannels)
    const filter = values(side * side * inputChannels * outputChannels)
    const bias = values(outputChannels)
    const dy = values(n * height * width * outputChannels)
    const shape = shapeOf(sizes)

    it.each([
      { way: 'plainly', compute: convolve },
      { way: 'fast', compute: convolveFast },
    ])('is, computed $way, the sum over its window, with bias and ReLU', async ({ compute }) => {
      const { engine, heap } = await testEngine()
      const y = heap.allocate(dy.byteLength)
      const from = { x: heap.put(x), filter: heap.put(filter), y }
      compute(engine, shape, from, { bias: heap.put(bias), isRectified: true, winners: 0 })
      const expected = math.convolve(x, filter, bias, sizes).map((value) => Math.max(0, value))
      expect(relativeDistance(heap.floats(y, dy.length), expected)).toBeLessThan(1e-5)
      expect(heap.isIntact()).toBe(true)
    })

    it('gives its input the gradient of the definition', async () => {
      const { engine, heap } = await testEngine()
      const dx = heap.allocate(x.byteLength)
      inputGradient(engine, shape, { dy: heap.put(dy), filter: heap.put(filter), dx })
      const expected = math.inputGradient(dy, filter, sizes)
      expect(relativeDistance(heap.floats(dx, x.length), expected)).toBeLessThan(1e-5)
      expect(heap.isIntact()).toBe(true)
    })

    it('gives its filter the gradient of the definition', async () => {
      const { engine, heap } = await testEngine()
      const dw = heap.allocate(filter.byteLength)
      filterGradient(engine, shape, { x: heap.put(x), dy: heap.put(dy), dw })
      const expected = math.filterGradient(x, dy, sizes)
      expect(relativeDistance(heap.floats(dw, filter.length), expected)).toBeLessThan(1e-5)
      expect(heap.isIntact()).toBe(true)
    })
  },
)
