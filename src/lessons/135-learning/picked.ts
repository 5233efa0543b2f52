/** The weight that Adam's stops speak of: picked by hand, or the one with the largest gradient. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Anatomy } from '../../session/slowMotion.ts'
import { type Place, strongest, type Variable } from './variables.ts'

type Picked = {
  readonly variable: Variable
  readonly group: number | null
  readonly cell: Place['cell'] | null
}

export const picked = createStore<Picked>(() => ({ variable: 'conv1', group: null, cell: null }))

export function placeIn(anatomy: Anatomy | null, { variable, group, cell }: Picked): Place {
  const gradient = anatomy?.planes.get(`${variable}/weights/gradient`)
  const best: Place = gradient
    ? strongest(gradient, variable, group ?? undefined)
    : { variable, group: group ?? 0, cell: { map: 0, row: 0, column: 0 } }
  return { ...best, cell: cell ?? best.cell }
}

export function usePlace(anatomy: Anatomy | null): Place {
  return placeIn(anatomy, useStore(picked))
}
