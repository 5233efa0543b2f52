import { describe, expect, it } from 'vitest'
import { softmax } from '../../math/softmax.ts'
import { atTemperature, explainSoftmax } from './explain.ts'

const tenWith = (logits: Record<number, number>, rest: number) =>
  Float32Array.from({ length: 10 }, (_, i) => logits[i] ?? rest)

describe('softmax by hand', () => {
  it('turns equal logits into ten times 10 %', () => {
    const { exponentials, sum, exponent, probabilities } = explainSoftmax(tenWith({}, 0))
    expect(exponent).toBe(0)
    expect([...exponentials]).toEqual(Array(10).fill(1))
    expect(sum).toBe(10)
    expect(probabilities[4]).toBeCloseTo(0.1, 15)
  })

  it('gives e² : 1 for a lead of two: 7.389 of 16.389', () => {
    const softmax = explainSoftmax(tenWith({ 7: 2 }, 0))
    expect(softmax.answer).toBe(7)
    expect(softmax.exponentials[7]).toBeCloseTo(7.38905609893, 9)
    expect(softmax.sum).toBeCloseTo(16.38905609893, 9)
    expect(softmax.probabilities[7]).toBeCloseTo(0.45085306, 8)
    expect(softmax.probabilities[0]).toBeCloseTo(0.06101633, 8)
  })

  it('writes large sums in units of a power of ten: e²⁰ = 4.851… · 10⁸', () => {
    const softmax = explainSoftmax(tenWith({ 3: 20 }, 0))
    expect(softmax.exponent).toBe(8)
    expect(softmax.exponentials[3]).toBeCloseTo(4.85165195, 7)
    expect(softmax.sum).toBeCloseTo(4.85165204, 7)
  })

  it('survives logits whose exponentials no computer can hold', () => {
    const softmax = explainSoftmax(tenWith({ 1: 1000, 2: 999 }, -1000))
    // e^1000 + e^999 = 1.3679 e^1000, and e^1000 = 1.970 · 10^434.
    expect(softmax.exponent).toBe(434)
    expect(softmax.sum).toBeCloseTo(2.6948, 3)
    expect(softmax.probabilities[1]).toBeCloseTo(0.731058579, 8)
  })

  it('says NaN, and no power of it, of logits that are none', () => {
    const softmax = explainSoftmax(tenWith({}, Number.NaN))
    expect(softmax.exponent).toBe(0)
    expect(softmax.answer).toBe(0)
    expect(softmax.probabilities.every(Number.isNaN)).toBe(true)
  })

  it('writes small sums so too', () => {
    expect(explainSoftmax(tenWith({}, -20)).exponent).toBe(-8) // 10 · e⁻²⁰ = 2.06 · 10⁻⁸
  })
})

describe('temperature', () => {
  it('of one changes no share; of two, a lead of two counts as one: e of e + 9', () => {
    const logits = tenWith({ 7: 2 }, 0)
    expect(atTemperature(logits, 1)).toEqual(logits)
    // e / (e + 9) = 2.71828 / 11.71828
    expect(softmax(atTemperature(logits, 2), 10)[7]).toBeCloseTo(0.2319693, 6)
  })
})
