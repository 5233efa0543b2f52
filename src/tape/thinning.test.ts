import { describe, expect, test } from 'vitest'
import { below, createRandom, derive } from '../math/random.ts'
import { isSnapshotDue } from './schedule.ts'
import { placeToDrop } from './thinning.ts'

const scheduled = (limit: number) =>
  Array.from({ length: limit + 1 }, (_, step) => step).filter((step) => isSnapshotDue(step, limit))

/** Steps come one after another, and only `room` of them have room. */
function kept(steps: readonly number[], room: number): number[] {
  const tape: number[] = []
  for (const step of steps) {
    tape.push(step)
    if (tape.length > room) tape.splice(placeToDrop(tape)!, 1)
  }
  return tape
}

const gaps = (steps: readonly number[]) =>
  steps.slice(1).map((step, at) => Math.log(step + 1) - Math.log(steps[at]! + 1))

test('with one or two steps there is nothing to drop', () => {
  expect(placeToDrop([])).toBeNull()
  expect(placeToDrop([0])).toBeNull()
  expect(placeToDrop([0, 3000])).toBeNull()
})

test('of steps at equal distances the later ones go first: 2,900 is nearer to its neighbours than 100', () => {
  expect(placeToDrop([0, 100, 200, 2800, 2900, 3000])).toBe(4)
})

describe.each([24, 12, 5])('a tape with room for %i steps', (room) => {
  const tape = kept(scheduled(3000), room)

  test('is full, and in order', () => {
    expect(tape).toHaveLength(room)
    expect(tape).toEqual([...new Set(tape)].sort((one, other) => one - other))
  })

  test('has the first step and the newest', () => {
    expect(tape[0]).toBe(0)
    expect(tape.at(-1)).toBe(3000)
  })

  test('has no gap wider than three times what equal shares of the run would be', () => {
    const share = Math.log(3001) / (room - 1)
    // Where steps could stand: 1 is as near to 0 as there is, and that is log 2.
    expect(Math.max(...gaps(tape))).toBeLessThan(Math.max(3 * share, 2 * Math.log(2)))
  })
})

test('the beginning stays dense: of 24 steps more than half lie before step 200', () => {
  expect(kept(scheduled(3000), 24).filter((step) => step < 200).length).toBeGreaterThan(12)
})

test('whatever steps are kept, the one that goes leaves the smallest gap of all, and is neither first nor newest', () => {
  const random = createRandom(derive(8, 'thinning'))
  for (let round = 0; round < 500; round++) {
    const drawn = Array.from({ length: 3 + below(40, random) }, () => below(10_000, random))
    const steps = [...new Set([0, 10_000, ...drawn])].sort((one, other) => one - other)
    const place = placeToDrop(steps)!
    expect(place).toBeGreaterThan(0)
    expect(place).toBeLessThan(steps.length - 1)
    const gapWithout = (at: number) => (steps[at + 1]! + 1) / (steps[at - 1]! + 1)
    const others = steps.slice(2).map((_, at) => gapWithout(at + 1))
    expect(gapWithout(place)).toBeCloseTo(Math.min(...others), 9)
  }
})
