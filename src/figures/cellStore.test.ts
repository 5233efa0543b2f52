import { beforeEach, expect, test } from 'vitest'
import { createCellStore } from './cellStore.ts'
import { position } from './position.ts'

const first = { map: 6, row: 11, column: 16 }
const within = { mapCount: 32, mapHeight: 28, mapWidth: 28 }
const other = { map: 31, row: 27, column: 0 }

beforeEach(() => position.setState({ cell: null }))

test('a figure begins where the page stands, and at its own place where that is none of its cells', () => {
  position.setState({ cell: other })
  expect(createCellStore(first, within).getState().held).toEqual(other)
  for (const cell of [
    { ...other, map: 32 },
    { ...other, row: 28 },
    { ...other, column: -1 },
  ]) {
    position.setState({ cell })
    expect(createCellStore(first, within).getState()).toEqual({ cell: first, held: first })
  }
})

test('what is held is where the page stands; what is only pointed at is not', () => {
  const store = createCellStore(first, within)
  store.point(other)
  expect(position.getState().cell).toBeNull()
  store.hold(other)
  expect(position.getState().cell).toEqual(other)
})

test('a figure follows the page until it goes', () => {
  const store = createCellStore(first, within)
  const stop = store.follow()
  position.setState({ cell: other })
  expect(store.getState()).toEqual({ cell: other, held: other })
  position.setState({ cell: null })
  expect(store.getState().held).toEqual(first)
  stop()
  position.setState({ cell: other })
  expect(store.getState().held).toEqual(first)
})

test('a figure without a map of its own neither reads nor writes the place', () => {
  position.setState({ cell: other })
  const store = createCellStore(first)
  store.follow()
  store.hold({ map: 1, row: 1, column: 1 })
  expect(position.getState().cell).toEqual(other)
  position.setState({ cell: null })
  expect(store.getState().held).toEqual({ map: 1, row: 1, column: 1 })
})
