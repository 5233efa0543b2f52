/** Presenting: the figure and large type on a full screen. A link can ask for it; the browser grants full screen only to a click or a key. */
import { useEffect } from 'react'
import { changeAddress, currentAddress } from '../useAddress.ts'

export function togglePresenting(): void {
  const present = !currentAddress().present
  changeAddress({ present })
  // Phones and embedded pages may refuse: the layout stays all the same.
  if (present) document.documentElement.requestFullscreen?.().catch(() => {})
  else if (document.fullscreenElement) void document.exitFullscreen()
}

/** Who leaves full screen leaves presenting. */
export function useFullscreenEnd(): void {
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) changeAddress({ present: false })
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [])
}
