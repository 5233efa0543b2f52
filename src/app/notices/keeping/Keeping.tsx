/** Says nothing, and loads no words, until there is something to say about kept runs. */
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { useLiveRun, usePageRun } from '../../../session/useRun.ts'
import { keepingNoticesOf } from './keepingNotices.ts'

const KeepingNotices = lazy(() =>
  import('./KeepingNotices.tsx').then(({ KeepingNotices }) => ({ default: KeepingNotices })),
)

export function Keeping() {
  const { offer, keeper } = usePageRun()
  const offers = useStore(offer.store)
  const problem = useStore(keeper.store, (state) => state.problem)
  const firstSteps = useLiveRun(({ step }) => Math.min(step, 1))
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const notices = keepingNoticesOf(offers, problem, firstSteps).filter(({ key }) => !dismissed.includes(key))
  if (notices.length === 0) return null
  return (
    <Suspense fallback={null}>
      <KeepingNotices notices={notices} onDismiss={(key) => setDismissed([...dismissed, key])} />
    </Suspense>
  )
}
