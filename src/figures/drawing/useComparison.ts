/** Compares the drawing with the training data, each time the pen rests. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Comparison } from '../../protocol/comparison.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { drawing } from './drawing.ts'

/** Between two strokes of a digit there is no need to know. */
const restMs = 400

/** What has been found out so far; null while the pen moves, and while nothing is drawn. */
export function useComparison(): Comparison | null {
  const run = useRunHandle()
  const data = useRun((state) => state.data)

  useEffect(() => {
    if (data === null) return
    let rest: ReturnType<typeof setTimeout> | undefined
    let compared = drawing.getState().prepared
    const compare = () => {
      compared = drawing.getState().prepared
      if (compared) run.compare(Uint8Array.from(compared.imageHW, (ink) => Math.round(255 * ink)))
    }
    const wait = () => {
      const { prepared, isReplaying } = drawing.getState()
      // Only what is on the paper counts, not that the eraser was taken up.
      if (prepared === compared && !isReplaying) return
      if (compared) run.compare(null)
      compared = null
      clearTimeout(rest)
      if (!isReplaying) rest = setTimeout(compare, restMs)
    }
    compare()
    const stop = drawing.subscribe(wait)
    return () => {
      stop()
      clearTimeout(rest)
      run.compare(null)
    }
  }, [run, data])

  return useStore(run.comparison, (state) => state.found)
}
