import { describe, expect, it } from 'vitest'
import type { MapCell } from '../../paint/mapGrid.ts'
import { indexOf } from './explain.ts'
import { question } from './question.ts'

const isRight = ({ row, column }: Pick<MapCell, 'row' | 'column'>) => {
  if (question.kind !== 'picture') throw new Error('The question is answered in the picture.')
  // The answer depends on the place alone.
  return question.isRight({ map: 0, row, column }, {} as Parameters<typeof question.isRight>[1])
}

describe('number 270 of the row', () => {
  it('is found below number 242, where a finger can hit it', () => {
    expect(indexOf({ row: 8, column: 17 }) + 1).toBe(242)
    expect(indexOf({ row: 9, column: 17 }) + 1).toBe(270)
    expect(isRight({ row: 9, column: 17 })).toBe(true)
    expect(isRight({ row: 9, column: 18 })).toBe(true)
  })
  it('is neither in the same row nor in the same place', () => {
    expect(isRight({ row: 8, column: 17 })).toBe(false)
    expect(isRight({ row: 8, column: 27 })).toBe(false)
    expect(isRight({ row: 10, column: 17 })).toBe(false)
  })
})
