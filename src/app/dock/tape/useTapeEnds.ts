/** From where to where the tape goes: the step the run is at, and its limit. */
import { useStore } from 'zustand'
import { useLiveRun, usePageRun } from '../../../session/useRun.ts'
import type { Ends } from './scale.ts'

export function useTapeEnds(): Ends {
  const { view } = usePageRun()
  const step = useLiveRun((state) => state.step)
  const limit = useLiveRun(({ settings }) => settings.stepLimit)
  const other = useStore(view.place, () => view.other())
  const present = other ? other.header.step : step
  return { present, limit: Math.max(present, other ? other.header.settings.stepLimit : limit) }
}
