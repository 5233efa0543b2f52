/** Opens the window of saving when something asks for it, and gets printing ready once the page stands. */
import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { useRunHandle } from '../../session/useRun.ts'
import { saving } from '../../ui/savable.ts'
import type { Screen } from '../useScreen.ts'

const SaveDialog = lazy(() => import('./SaveDialog.tsx').then(({ SaveDialog }) => ({ default: SaveDialog })))

/** By then the first picture stands; who prints earlier gets the page as it is. */
const printingAfterMs = 2000

export function Saving({ screen }: { readonly screen: Screen }) {
  const { within } = useStore(saving)
  const run = useRunHandle()
  useEffect(() => {
    let stop: (() => void) | null = null
    let wanted = true
    const timer = setTimeout(() => {
      import('../print/followPrinting.ts').then(({ followPrinting }) => {
        if (wanted) stop = followPrinting(run)
      }, console.error)
    }, printingAfterMs)
    return () => {
      wanted = false
      clearTimeout(timer)
      stop?.()
    }
  }, [run])
  if (within === null) return null
  return (
    <Suspense fallback={null}>
      <SaveDialog screen={screen} within={within} onClose={() => saving.setState({ within: null })} />
    </Suspense>
  )
}
