import { expect, test } from 'vitest'
import { cleared, emptyHistory, redone, undone, withPoints, withStroke } from './history.ts'

const point = (x: number) => ({ x, y: 0, ms: x })
const drawn = withPoints(withStroke(emptyHistory, 'pen', point(1)), [point(2), point(3)])
const erased = withStroke(drawn, 'eraser', point(4))

test('a stroke grows point by point and goes as a whole', () => {
  expect(drawn.strokes).toEqual([{ tool: 'pen', points: [point(1), point(2), point(3)] }])
  expect(undone(drawn).strokes).toEqual([])
})

test('erasing and clearing can be taken back, and done again', () => {
  const empty = cleared(erased)
  expect(empty.strokes).toEqual([])
  expect(undone(empty).strokes).toEqual(erased.strokes)
  expect(undone(undone(empty)).strokes).toEqual(drawn.strokes)
  expect(redone(undone(undone(empty))).strokes).toEqual(erased.strokes)
  expect(redone(redone(undone(undone(empty)))).strokes).toEqual([])
})

test('what was taken back is gone once something else is drawn', () => {
  const other = withStroke(undone(erased), 'pen', point(9))
  expect(redone(other)).toEqual(other)
})

test('at both ends nothing happens, and an empty pad is not cleared', () => {
  expect(undone(emptyHistory)).toEqual(emptyHistory)
  expect(redone(drawn)).toEqual(drawn)
  expect(cleared(emptyHistory)).toBe(emptyHistory)
  expect(withPoints(emptyHistory, [point(1)])).toBe(emptyHistory)
})
