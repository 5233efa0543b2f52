import { describe, expect, it } from 'vitest'
import { openSum } from '../../sums/openSum.ts'
import { goBackTo, goDeeper, takeMoved, trailTo } from './trail.ts'

const answer = { tap: 'softmax', map: 7, row: 0, column: 0 } as const
const logit = { ...answer, tap: 'fc2' } as const
const neuron = { tap: 'fc1', map: 16, row: 0, column: 0 } as const

describe('the way from number to number', () => {
  it('grows with each step down, and a step back shortens it', () => {
    openSum.setState({ site: answer })
    goDeeper(logit)
    goDeeper(neuron)
    expect(openSum.getState().site).toEqual(neuron)
    expect(trailTo(neuron)).toEqual([answer, logit, neuron])
    goBackTo(1)
    expect(openSum.getState().site).toEqual(logit)
    expect(trailTo(logit)).toEqual([answer, logit])
  })

  it('begins anew with a press in a picture', () => {
    openSum.setState({ site: neuron })
    expect(trailTo(neuron)).toEqual([neuron])
    goDeeper(logit)
    expect(trailTo(logit)).toEqual([neuron, logit])
  })

  it('tells once that one has moved', () => {
    goDeeper(neuron)
    expect(takeMoved()).toBe(true)
    expect(takeMoved()).toBe(false)
  })
})
