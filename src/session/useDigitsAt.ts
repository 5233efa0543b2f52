/** Test digits by their indices, for pictures that name them: mistakes, examples. */
import { useEffect, useState } from 'react'
import type { DataInfo } from '../protocol/messages.ts'
import type { Digits } from './digits.ts'
import { useRun, useRunHandle } from './useRun.ts'

/**
 * The digits that were there last; while others are on their way, those of before: look for the index wanted in
 * `indices`. Null before the first. Give the same array while the wish is the same.
 */
export function useDigitsAt(indices: readonly number[]): Digits | null {
  const run = useRunHandle()
  const data = useRun((state) => state.data)
  const [answer, setAnswer] = useState<{ readonly digits: Digits; readonly data: DataInfo } | null>(null)

  useEffect(() => {
    if (data === null || indices.length === 0) return
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
  }, [run, data, indices])

  return answer?.data === data ? answer.digits : null
}
