/** Where the pointer is, for a lens that is switched on by a key while it rests. */
import { useEffect } from 'react'

export type PointerPlace = { readonly x: number; readonly y: number }

let last: PointerPlace | null = null

export function lastPointer(): PointerPlace | null {
  return last
}

export function usePointerTrack(): void {
  useEffect(() => {
    const track = ({ clientX, clientY }: PointerEvent) => {
      last = { x: clientX, y: clientY }
    }
    addEventListener('pointermove', track, { passive: true, capture: true })
    addEventListener('pointerdown', track, { passive: true, capture: true })
    return () => {
      removeEventListener('pointermove', track, { capture: true })
      removeEventListener('pointerdown', track, { capture: true })
    }
  }, [])
}
