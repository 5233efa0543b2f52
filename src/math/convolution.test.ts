import { expect, it } from 'vitest'
import { biasGradient, convolve, filterGradient, inputGradient } from './convolution.ts'

const three = { n: 1, height: 3, width: 3, inputChannels: 1, outputChannels: 1, side: 3 }
const image = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)

it('sums each window without flipping the filter, with zeros beyond the border', () => {
  // The filter looks at the right neighbour only: everything moves one to the left, zeros come in.
  const right = Float64Array.of(0, 0, 0, 0, 0, 1, 0, 0, 0)
  expect([...convolve(image, right, Float64Array.of(10), three)]).toEqual([
    12, 13, 10, 15, 16, 10, 18, 19, 10,
  ])
  const ones = new Float64Array(9).fill(1)
  expect([...convolve(image, ones, Float64Array.of(0), three)]).toEqual([12, 21, 16, 27, 45, 33, 24, 39, 28])
})

it('mixes input channels and separates output channels', () => {
  const sizes = { n: 2, height: 1, width: 1, inputChannels: 2, outputChannels: 2, side: 1 }
  const filterHWIO = Float64Array.of(1, 10, 2, 20)
  const y = convolve(Float64Array.of(3, 4, 5, 6), filterHWIO, Float64Array.of(0.5, 0.25), sizes)
  // 3·1 + 4·2, 3·10 + 4·20, 5·1 + 6·2, 5·10 + 6·20, each plus its bias
  expect([...y]).toEqual([11.5, 110.25, 17.5, 170.25])
})

it('hands the gradient back to the inputs each output was made of', () => {
  // Only the middle output counts: the inputs get the filter itself, not turned.
  const filter = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)
  const middle = Float64Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0)
  expect([...inputGradient(middle, filter, three)]).toEqual([...filter])
  const corner = Float64Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0)
  expect([...inputGradient(corner, filter, three)]).toEqual([10, 12, 0, 16, 18, 0, 0, 0, 0])
})

it('gives each filter weight the sum of its inputs times their gradients', () => {
  const middle = Float64Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0)
  expect([...filterGradient(image, middle, three)]).toEqual([...image])
  const corner = Float64Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0)
  expect([...filterGradient(image, corner, three)]).toEqual([0, 0, 0, 0, 2, 4, 0, 8, 10])
})

it('gives a bias the gradients of all places of its channel', () => {
  expect([...biasGradient(Float64Array.of(1, 10, 2, 20, 3, 30), 2)]).toEqual([6, 60])
})
