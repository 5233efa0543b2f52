/** Opening and closing with the keyboard: Esc closes, and the focus goes back to where it came from. */
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { openSum } from '../../sums/openSum.ts'

/** Whoever opens by keyboard lands on `heading`; a pointer leaves the focus in the picture it presses. */
export function useClosing(
  panel: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): () => void {
  const opener = useRef<Element | null>(null)
  const close = useCallback(() => {
    const isInside = panel.current?.contains(document.activeElement) ?? false
    openSum.setState({ site: null })
    if (isInside && opener.current instanceof HTMLElement) opener.current.focus()
  }, [panel])

  useEffect(() => {
    opener.current = document.activeElement
    // A sheet covers the lower part of a small screen: the picture pressed comes above it.
    if (opener.current instanceof HTMLCanvasElement && matchMedia('(max-width: 60rem)').matches)
      opener.current.scrollIntoView({ block: 'start' })
    if (document.activeElement?.matches('canvas:focus-visible, button:focus-visible'))
      heading.current?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog:modal')) return
      event.preventDefault()
      close()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [close, heading])
  return close
}
