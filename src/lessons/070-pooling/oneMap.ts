/** The pictures of the one map that the figure speaks of. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { oneMap } from '../../figures/tapSource.ts'
import type { Plane } from '../../math/plane.ts'

export const before = { mapCount: 1, mapHeight: 28, mapWidth: 28 }
export const after = { mapCount: 1, mapHeight: 14, mapWidth: 14 }

export function useOneMap(chosen: CellStore) {
  return useMemo(() => {
    const mapOf = () => chosen.getState().cell.map
    return { mapOf, select: (plane: Plane) => oneMap(plane, mapOf()) }
  }, [chosen])
}
