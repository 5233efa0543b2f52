/** Pictures that listen to a tap. */
import { useMemo } from 'react'
import type { Plane } from '../math/plane.ts'
import type { PlaneName } from '../network/derivedTaps.ts'
import type { Frame, Frames } from '../session/frames.ts'
import { useRunHandle } from '../session/useRun.ts'
import type { PlaneSource } from '../ui/MapStage.tsx'

/** The newest plane of `tap`, cut out or reshaped by `select` where only a part of it is shown. */
export function tapSource(
  frames: Frames,
  tap: PlaneName,
  select?: (plane: Plane, frame: Frame) => Plane,
): PlaneSource {
  return {
    read() {
      const frame = frames.latest()
      const plane = frame?.planes.get(tap)
      if (!frame || !plane) return null
      return { plane: select ? select(plane, frame) : plane, step: frame.step }
    },
    subscribe: (changed) => frames.subscribe(changed),
  }
}

/** Something else a picture follows, e.g. the cell that its neighbour points at: a zustand store will do. */
export type Followed = { readonly subscribe: (changed: () => void) => () => void }

/** The same in a component. `select` and `follow` must stay the same from render to render. */
export function useTapSource(
  tap: PlaneName,
  select?: (plane: Plane, frame: Frame) => Plane,
  follow?: Followed,
): PlaneSource {
  const { frames } = useRunHandle()
  return useMemo(() => {
    const source = tapSource(frames, tap, select)
    return follow ? { ...source, subscribe: bothOf(source, follow).subscribe } : source
  }, [frames, tap, select, follow])
}

/** Calls back when either of the two does. */
export function bothOf(one: Followed, other: Followed): Followed {
  return {
    subscribe(changed) {
      const stopOne = one.subscribe(changed)
      const stopOther = other.subscribe(changed)
      return () => {
        stopOne()
        stopOther()
      }
    },
  }
}

/** One map of a plane [height, width, map], as a plane of its own: [height, width, 1]. */
export function oneMap(plane: Plane, map: number): Plane {
  const [height, width] = plane.shape
  const mapCount = plane.values.length / (height * width)
  const values = Float32Array.from({ length: height * width }, (_, i) => plane.values[i * mapCount + map])
  return { shape: [height, width, 1], values }
}
