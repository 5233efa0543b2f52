/** The last slow step, in React. */
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Plane } from '../../math/plane.ts'
import type { AnatomyPlane } from '../../protocol/anatomy.ts'
import type { Anatomy } from '../../session/slowMotion.ts'
import { useRunHandle } from '../../session/useRun.ts'
import type { PlaneSource } from '../../ui/MapStage.tsx'

export function useSlowMotion() {
  return useStore(useRunHandle().slowMotion)
}

/** A plane of it as the source of a picture; `select` stays the same from render to render. */
export function useAnatomySource(
  name: AnatomyPlane,
  select?: (plane: Plane, anatomy: Anatomy) => Plane,
): PlaneSource {
  const { slowMotion } = useRunHandle()
  return useMemo(
    () => ({
      read() {
        const { anatomy } = slowMotion.getState()
        const plane = anatomy?.planes.get(name)
        return anatomy && plane
          ? { plane: select ? select(plane, anatomy) : plane, step: anatomy.step }
          : null
      },
      subscribe: slowMotion.subscribe,
    }),
    [slowMotion, name, select],
  )
}
