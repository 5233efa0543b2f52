import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createStepChoice } from './stepChoice.ts'

const summariesAt = (...steps: number[]) => steps.map((step) => ({ step }))
const recordsWith = (...steps: number[]) => createStore(() => ({ run: 1, summaries: summariesAt(...steps) }))

describe('the chosen step', () => {
  it('is the newest at first, and follows the run', () => {
    const records = recordsWith(0, 100)
    const choice = createStepChoice(records)
    expect(choice.isNewest()).toBe(true)
    expect(choice.at.getState().position).toBe(1)
    records.setState({ run: 1, summaries: summariesAt(0, 100, 200) })
    expect(choice.at.getState().position).toBe(2)
  })
  it('stays where it was put while the run goes on, and when others are dropped', () => {
    const records = recordsWith(0, 100, 200, 300)
    const choice = createStepChoice(records)
    choice.at.setState({ position: 2 })
    expect(choice.isNewest()).toBe(false)
    records.setState({ run: 1, summaries: summariesAt(0, 100, 200, 300, 400) })
    expect(choice.at.getState().position).toBe(2)
    records.setState({ run: 1, summaries: summariesAt(0, 200, 400) })
    expect(choice.at.getState().position).toBe(1)
    choice.chooseNewest()
    expect(choice.at.getState().position).toBe(2)
  })
  it('falls back to the one before when it is dropped itself', () => {
    const records = recordsWith(0, 100, 200, 300)
    const choice = createStepChoice(records)
    choice.at.setState({ position: 3 })
    records.setState({ run: 1, summaries: summariesAt(0, 200, 400) })
    expect(choice.at.getState().position).toBe(1)
  })
  it('is the newest again in a new run', () => {
    const records = recordsWith(0, 100, 200)
    const choice = createStepChoice(records)
    choice.at.setState({ position: 1 })
    records.setState({ run: 2, summaries: summariesAt(0) })
    expect(choice.isNewest()).toBe(true)
    records.setState({ run: 2, summaries: summariesAt(0, 100, 200) })
    expect(choice.at.getState().position).toBe(2)
  })
  it('tells of changes of its place only, and keeps one object while nothing changes', () => {
    const records = recordsWith(0, 100)
    const choice = createStepChoice(records)
    const places: number[] = []
    choice.at.subscribe(({ position }) => places.push(position))
    choice.at.setState({ position: 0 })
    records.setState({ run: 1, summaries: summariesAt(0, 100, 200) })
    expect(places).toEqual([0])
    expect(choice.at.getState()).toBe(choice.at.getState())
  })
})
