/** Digits of the data set in use, for walls and choices. */
import { useEffect, useState } from 'react'
import type { Digits, DigitsQuery } from './digits.ts'
import { useRun, useRunHandle } from './useRun.ts'

/** The digits of a query; null while they are on their way. Asked for again when the data set changes. */
export function useDigits({ split, label, offset, count }: DigitsQuery): Digits | null {
  const run = useRunHandle()
  const data = useRun((state) => state.data)
  const [answer, setAnswer] = useState<{ readonly digits: Digits; readonly query: string } | null>(null)
  const query = JSON.stringify([split, label, offset, count, data])

  useEffect(() => {
    if (data === null) return
    let wanted = true
    run
      .requestDigits({ split, label, offset, count })
      .then((digits) => {
        if (wanted) setAnswer({ digits, query })
      })
      // The worker died: the page says so, and a new one brings new data.
      .catch(() => {})
    return () => {
      wanted = false
    }
  }, [run, data, query, split, label, offset, count])

  return answer?.query === query ? answer.digits : null
}
