/** The average training image of each class of the data set in use. */
import { useEffect, useState } from 'react'
import type { ClassMeans } from '../data/classMeans.ts'
import type { DataInfo } from '../protocol/messages.ts'
import { useRun, useRunHandle } from './useRun.ts'

/** Null while they are computed. */
export function useAverages(): ClassMeans | null {
  const run = useRunHandle()
  const data = useRun((state) => state.data)
  const [answer, setAnswer] = useState<{ readonly means: ClassMeans; readonly data: DataInfo } | null>(null)

  useEffect(() => {
    if (data === null) return
    let wanted = true
    run
      .requestAverages()
      .then((means) => {
        if (wanted) setAnswer({ means, data })
      })
      // The worker died: the page says so, and a new one brings new data.
      .catch(() => {})
    return () => {
      wanted = false
    }
  }, [run, data])

  return answer?.data === data ? answer.means : null
}
