import { beforeEach, describe, expect, it } from 'vitest'
import { createCellStore } from './cellStore.ts'
import { position } from './position.ts'
import { createWindowWalk } from './windowWalk.ts'

function walkFrom(row: number, column: number) {
  const within = { mapCount: 4, mapHeight: 14, mapWidth: 14 }
  const chosen = createCellStore({ map: 2, row, column }, within)
  const walk = createWindowWalk(chosen, { rows: 14, columns: 14 })
  walk.follow()
  return { chosen, walk }
}

beforeEach(() => position.setState({ cell: null }))

describe('a window that walks', () => {
  it('begins where the figure stands, with all values of the map there', () => {
    const { walk } = walkFrom(3, 4)
    expect(walk.at.getState().position).toBe(3 * 14 + 4)
    expect(walk.made()).toBe(14 * 14)
  })
  it('goes on into the next row, stays in its map, and makes value after value', () => {
    const { chosen, walk } = walkFrom(3, 13)
    walk.at.setState({ position: 4 * 14 })
    expect(chosen.getState().cell).toEqual({ map: 2, row: 4, column: 0 })
    expect(walk.made()).toBe(4 * 14 + 1)
    walk.at.setState({ position: 0 })
    expect(chosen.getState().cell).toEqual({ map: 2, row: 0, column: 0 })
    expect(walk.made()).toBe(1)
  })
  it('moved by hand, the whole map is there again and the player goes on from there', () => {
    const { chosen, walk } = walkFrom(0, 0)
    walk.at.setState({ position: 20 })
    walk.move({ map: 3, row: 7, column: 2 })
    expect(chosen.getState().held).toEqual({ map: 3, row: 7, column: 2 })
    expect(walk.at.getState().position).toBe(7 * 14 + 2)
    expect(walk.made()).toBe(14 * 14)
  })
  it('says so to those who hear of it before the player', () => {
    const within = { mapCount: 4, mapHeight: 14, mapWidth: 14 }
    const chosen = createCellStore({ map: 2, row: 0, column: 0 }, within)
    const walk = createWindowWalk(chosen, { rows: 14, columns: 14 })
    const heard: number[] = []
    chosen.subscribe(() => heard.push(walk.made()))
    walk.follow()
    walk.at.setState({ position: 5 })
    walk.move({ map: 2, row: 1, column: 0 })
    expect(heard).toEqual([6, 14 * 14])
  })
  it('is not pulled beyond the edge', () => {
    const { chosen, walk } = walkFrom(0, 0)
    walk.move({ map: 2, row: -3, column: 40 })
    expect(chosen.getState().cell).toEqual({ map: 2, row: 0, column: 13 })
  })
  it('follows a link to another place', () => {
    const { chosen, walk } = walkFrom(0, 0)
    chosen.follow()
    position.setState({ cell: { map: 1, row: 1, column: 1 } })
    expect(walk.at.getState().position).toBe(15)
    expect(walk.made()).toBe(14 * 14)
  })
})
