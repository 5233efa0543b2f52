/** The library's place on the page: its window, and what goes on in it while the window is closed. Nothing of it is loaded before. */
import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { usePageRun } from '../../session/useRun.ts'
import { currentAddress, onAddress } from '../useAddress.ts'
import { closeLibrary, library } from './library.ts'

const LibraryDialog = lazy(() =>
  import('./LibraryDialog.tsx').then(({ LibraryDialog }) => ({ default: LibraryDialog })),
)
const LibraryBar = lazy(() => import('./LibraryBar.tsx').then(({ LibraryBar }) => ({ default: LibraryBar })))

export function LibraryWindow() {
  const isOpen = useStore(library, (state) => state.isOpen)
  return <Suspense fallback={null}>{isOpen && <LibraryDialog onClose={closeLibrary} />}</Suspense>
}

/** Above the dock, while there is something to say. */
export function LibraryNotices() {
  const page = usePageRun()
  const isQuiet = useStore(
    library,
    ({ isOpen, work, message, looking }) => isOpen || !(work || message || looking),
  )
  // A run of the server that the address names.
  useEffect(() => {
    let fetched: string | null = null
    const follow = () => {
      const { run } = currentAddress()
      if (run === fetched) return
      fetched = run
      if (run === null) return
      import('./fetchRun.ts').then(({ fetchRun }) => fetchRun(page, run, document.baseURI), console.error)
    }
    follow()
    return onAddress(follow)
  }, [page])
  return <Suspense fallback={null}>{!isQuiet && <LibraryBar />}</Suspense>
}
