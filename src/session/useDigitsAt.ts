/** Test digits by their indices, for pictures that name them: mistakes, examples. */
import { useEffect, useState } from 'react'
import type { DataInfo } from '../protocol/messages.ts'
import type { Digits } from './digits.ts'
import { useLiveRun, useRun, useRunHandle } from './useRun.ts'

/**
 * The digits that were there last; while others are on their way, those of before: look for the index wanted in
 * `indices`. Null before the first, and where the run that is looked at has other digits than those that are loaded. Give the same
 * array while the wish is the same.
 */
export function useDigitsAt(indices: readonly number[]): Digits | null {
  const run = useRunHandle()
  const data = useRun((state) => state.data)
  const [answer, setAnswer] = useState<{ readonly digits: Digits; readonly data: DataInfo } | null>(null)

  const areHere = useAreDigitsHere()

  useEffect(() => {
    if (data === null || indices.length === 0 || !areHere) return
    let wanted = true
    run
      .requestDigits({ split: 'test', label: null, offset: 0, count: 0, indices })
      .then((digits) => {
        if (wanted) setAnswer({ digits, data })
      })
      // The worker died: the page says so, and a new one brings new data.
      .catch(() => {})
    return () => {
      wanted = false
    }
  }, [run, data, indices, areHere])

  return areHere && answer?.data === data ? answer.digits : null
}

/** Whether the digits of the run that is looked at are those that are loaded. */
export function useAreDigitsHere(): boolean {
  const ofRun = useRun(({ mark }) => mark?.fingerprint)
  const loaded = useLiveRun(({ mark }) => mark?.fingerprint)
  return ofRun === loaded
}
