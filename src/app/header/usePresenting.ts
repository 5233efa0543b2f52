/** Presenting: larger type and full screen. A link can ask for it; the browser grants full screen only to a click. */
import { useEffect } from 'react'
import { changeAddress } from '../useAddress.ts'

export function usePresenting(presenting: boolean): { presenting: boolean; toggle: () => void } {
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) changeAddress({ present: false })
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [])

  const toggle = () => {
    changeAddress({ present: !presenting })
    // Phones and embedded pages may refuse: the larger type stays all the same.
    if (!presenting) document.documentElement.requestFullscreen?.().catch(() => {})
    else if (document.fullscreenElement) void document.exitFullscreen()
  }
  return { presenting, toggle }
}
