import { describe, expect, it } from 'vitest'
import {
  indexOfLargest,
  momentAt,
  parameterCount,
  shapeText,
  stageAt,
  stages,
  valueCount,
} from './explain.ts'

describe('the way through the network', () => {
  it('hands on 784, then 25,088, 6,272, 12,544, 3,136, 1,024 and 10 numbers', () => {
    expect(stages.map(({ tap }) => [shapeText(tap, String), valueCount(tap)])).toEqual([
      ['28×28×1', 784],
      ['28×28×32', 25_088],
      ['28×28×32', 25_088],
      ['14×14×32', 6_272],
      ['14×14×64', 12_544],
      ['14×14×64', 12_544],
      ['7×7×64', 3_136],
      ['1024', 1_024],
      ['10', 10],
      ['10', 10],
    ])
  })
  it('has 3,274,634 parameters: 832, 51,264, 3,212,288 and 10,250', () => {
    const counts = stages.map(parameterCount)
    expect(counts).toEqual([0, 832, 0, 0, 51_264, 0, 0, 3_212_288, 10_250, 0])
    expect(counts.reduce((sum, count) => sum + count)).toBe(3_274_634)
  })
  it('rests at whole positions, the last one included', () => {
    expect(momentAt(0)).toEqual({ kind: 'rest', stage: 0 })
    expect(momentAt(3)).toEqual({ kind: 'rest', stage: 3 })
    expect(momentAt(9)).toEqual({ kind: 'rest', stage: 9 })
  })
  it('between them makes room in a quarter of the way and then makes the next stage', () => {
    expect(momentAt(1.125)).toEqual({ kind: 'leaving', stage: 1, progress: 0.5 })
    expect(momentAt(1.25)).toEqual({ kind: 'growing', stage: 2, share: 0 })
    expect(momentAt(1.625)).toEqual({ kind: 'growing', stage: 2, share: 0.5 })
    expect([1.2, 1.3, 2].map(stageAt)).toEqual([1, 2, 2])
  })
  it('answers with the class of the largest value, the first of equal ones', () => {
    expect(indexOfLargest(Float32Array.of(0.1, 0.4, 0.1, 0.4))).toBe(1)
    expect(indexOfLargest(Float32Array.of(-3, -1, -2))).toBe(1)
  })
})
