import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { keepEqual } from './followPlaces.ts'

type Cell = { readonly row: number; readonly column: number }

function bench(inAddress: Cell | null, inStore: Cell | null = null) {
  const address = createStore<{ readonly value: Cell | null }>(() => ({ value: inAddress }))
  const store = createStore<{ readonly value: Cell | null }>(() => ({ value: inStore }))
  const written: (Cell | null)[] = []
  const holderOf = (one: typeof store) => ({
    read: () => one.getState().value,
    write: (value: Cell | null) => {
      if (one === address) written.push(value)
      one.setState({ value })
    },
    onChange: one.subscribe,
  })
  keepEqual(holderOf(store), holderOf(address))
  return { address, store, written }
}

test('the page begins where the address says', () => {
  const { store, written } = bench({ row: 2, column: 3 }, { row: 9, column: 9 })
  expect(store.getState().value).toEqual({ row: 2, column: 3 })
  expect(written).toEqual([])
})

test('what is opened on the page goes into the address once', () => {
  const { store, address, written } = bench(null)
  store.setState({ value: { row: 1, column: 1 } })
  store.setState({ value: { row: 1, column: 1 } })
  expect(address.getState().value).toEqual({ row: 1, column: 1 })
  expect(written).toHaveLength(1)
})

test('an address gone to opens and closes on the page, and nothing is written back', () => {
  const { store, address, written } = bench(null)
  address.setState({ value: { row: 5, column: 6 } })
  expect(store.getState().value).toEqual({ row: 5, column: 6 })
  address.setState({ value: null })
  expect(store.getState().value).toBeNull()
  expect(written).toEqual([])
})
