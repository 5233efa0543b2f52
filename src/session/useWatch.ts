/** Taps that depend on a choice: what every frame must hold while a component is there. */
import { useEffect } from 'react'
import type { PlaneName } from '../network/derivedTaps.ts'
import { useRunHandle } from './useRun.ts'

/** A new array with the same names changes nothing. */
export function useWatch(names: readonly PlaneName[]): void {
  const { frames } = useRunHandle()
  const list = names.join(' ')
  useEffect(() => {
    // No name has a space in it.
    if (list !== '') return frames.watch(list.split(' ') as PlaneName[])
  }, [frames, list])
}
