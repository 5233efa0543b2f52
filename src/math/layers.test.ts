/** Hand-computed numbers for the small functions of this folder. */
import { describe, expect, it } from 'vitest'
import { adamUpdate } from './adam.ts'
import { crossEntropies, crossEntropyGradient, meanCrossEntropy } from './cross-entropy.ts'
import { applyMask, dropoutMask } from './dropout.ts'
import { fullyConnected, inputGradient, weightGradient } from './fully-connected.ts'
import { maxPool, maxPoolGradient, winners } from './pooling.ts'
import { createRandom, derive } from './random.ts'
import { relu, reluGradient } from './relu.ts'
import { answerOf, softmax } from './softmax.ts'
import { wilsonInterval } from './wilson.ts'

describe('max pooling', () => {
  const sizes = { n: 1, height: 2, width: 4, channels: 1 }

  it('keeps the largest of four and gives it the whole gradient', () => {
    const x = Float32Array.of(1, 5, -1, -2, 3, 2, -4, -3)
    expect([...maxPool(x, sizes)]).toEqual([5, -1])
    expect([...maxPoolGradient(x, Float32Array.of(7, 8), sizes)]).toEqual([0, 7, 8, 0, 0, 0, 0, 0])
  })

  it('lets the first in reading order win among equals', () => {
    expect([...winners(Float32Array.of(0, 2, 1, 1, 2, 2, 1, 1), sizes)]).toEqual([1, 2])
  })

  it('keeps channels and images apart', () => {
    const x = Float32Array.of(1, 20, 2, 10, 3, 40, 4, 30, 8, 0, 7, 1, 6, 2, 5, 3)
    expect([...maxPool(x, { n: 2, height: 2, width: 2, channels: 2 })]).toEqual([4, 40, 8, 3])
  })
})

describe('ReLU', () => {
  it('cuts below zero, and its gradient passes only above', () => {
    expect([...relu(Float32Array.of(-2, 0, 3))]).toEqual([0, 0, 3])
    expect([...reluGradient(Float32Array.of(-2, 0, 3), Float32Array.of(5, 6, 7))]).toEqual([0, 0, 7])
  })
})

describe('a fully connected layer', () => {
  const sizes = { n: 2, inputs: 3, outputs: 2 }
  const x = Float64Array.of(1, 2, 3, 4, 5, 6)
  const weights = Float64Array.of(1, 10, 2, 20, 3, 30)

  it('adds up weighted inputs and a bias', () => {
    expect([...fullyConnected(x, weights, Float64Array.of(0.5, 0), sizes)]).toEqual([14.5, 140, 32.5, 320])
  })

  it('hands gradients to inputs and weights', () => {
    const dy = Float64Array.of(1, 0, 0, 2)
    expect([...inputGradient(dy, weights, sizes)]).toEqual([1, 2, 3, 20, 40, 60])
    expect([...weightGradient(x, dy, sizes)]).toEqual([1, 8, 2, 10, 3, 12])
  })
})

describe('softmax and cross-entropy', () => {
  it('turns logits into shares', () => {
    const [first, second, third] = softmax(Float64Array.of(Math.log(1), Math.log(2), Math.log(5)), 3)
    expect([first, second, third].map((share) => Number(share?.toFixed(12)))).toEqual([0.125, 0.25, 0.625])
  })

  it('stays exact where exponentials overflow and probabilities vanish', () => {
    const logits = Float32Array.of(1000, 0)
    expect([...softmax(logits, 2)]).toEqual([1, 0])
    expect([...crossEntropies(logits, Uint8Array.of(0), 2)]).toEqual([0])
    expect([...crossEntropies(logits, Uint8Array.of(1), 2)]).toEqual([1000])
  })

  it('is ln 10 when all ten classes are equally likely', () => {
    expect(meanCrossEntropy(new Float64Array(20), Uint8Array.of(3, 7), 10)).toBeCloseTo(Math.LN10, 14)
  })

  it('has the gradient (probability − right) / n', () => {
    const gradient = crossEntropyGradient(Float64Array.of(0, 0, 0, 0), Uint8Array.of(0, 1), 2)
    expect([...gradient]).toEqual([-0.25, 0.25, 0.25, -0.25])
  })

  it('is not a number as soon as a logit is not', () => {
    expect(meanCrossEntropy(Float32Array.of(1, Number.NaN), Uint8Array.of(0), 2)).toBeNaN()
  })

  it('answers with the first of the largest logits', () => {
    expect(answerOf(Float32Array.of(9, 9, 1, 4, 4), 2, 3)).toBe(1)
  })
})

describe('Adam', () => {
  const options = { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }

  it('makes a first step of the learning rate against the sign of the gradient', () => {
    const state = { w: Float64Array.of(1, 1), m: new Float64Array(2), v: new Float64Array(2) }
    adamUpdate(state, Float64Array.of(4, -0.5), { ...options, t: 1, newW: state.w })
    expect(state.w[0]).toBeCloseTo(0.9, 8)
    expect(state.w[1]).toBeCloseTo(1.1, 7)
    expect(state.m[0]).toBeCloseTo(0.4, 15)
    expect(state.v[0]).toBeCloseTo(0.016, 15)
  })

  it('averages two gradients as computed by hand', () => {
    const state = { w: Float64Array.of(0), m: new Float64Array(1), v: new Float64Array(1) }
    adamUpdate(state, Float64Array.of(1), { ...options, epsilon: 0, t: 1, newW: state.w })
    adamUpdate(state, Float64Array.of(3), { ...options, epsilon: 0, t: 2, newW: state.w })
    // m = 0.9·0.1 + 0.1·3 = 0.39, over 1 − 0.81: 2.0526316; v = 0.999·0.001 + 0.001·9 = 0.009999, over 0.001999: 5.0020010
    // w = −0.1 − 0.1 · 2.0526316 / √5.0020010 = −0.1 − 0.0917777
    expect(state.m[0]).toBeCloseTo(0.39, 14)
    expect(state.v[0]).toBeCloseTo(0.009999, 14)
    expect(state.w[0]).toBeCloseTo(-0.1917777, 6)
  })
})

describe('dropout', () => {
  it('keeps about the share it should and makes up for the rest', () => {
    const mask = dropoutMask(100_000, 0.25, createRandom(derive(0, 'test')))
    expect(new Set(mask)).toEqual(new Set([0, 4]))
    expect(mask.reduce((sum, factor) => sum + factor, 0) / mask.length).toBeCloseTo(1, 1)
  })

  it('changes nothing when everything is kept', () => {
    const mask = dropoutMask(1000, 1, createRandom(derive(0, 'test')))
    expect(mask.every((factor) => factor === 1)).toBe(true)
    expect([...applyMask(Float32Array.of(3, 4), Float32Array.of(0, 2))]).toEqual([0, 8])
  })
})

describe("Wilson's interval", () => {
  it('agrees with the published example of 1 in 10 and with the ends', () => {
    // R: prop.test(1, 10, correct = FALSE) gives 0.01787621 … 0.40415003.
    const [low, high] = wilsonInterval(1, 10)
    expect(low).toBeCloseTo(0.01787621, 6)
    expect(high).toBeCloseTo(0.40415003, 6)
    expect(wilsonInterval(10_000, 10_000)[1]).toBe(1)
    expect(wilsonInterval(0, 10)[0]).toBe(0)
  })
})
