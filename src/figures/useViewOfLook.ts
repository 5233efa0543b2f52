/** Opens the view of a figure that a phrase of the text speaks of, when the phrase is pressed. */
import { useEffect } from 'react'
import { looks } from '../ui/look.ts'

/** @param viewOf the view that has the part of each name; it and `show` stay the same */
export function useViewOfLook<View>(
  viewOf: Readonly<Partial<Record<string, View>>>,
  show: (view: View) => void,
): void {
  useEffect(
    () =>
      looks.subscribe(({ held }, before) => {
        const view = held !== null && held !== before.held ? viewOf[held] : undefined
        if (view !== undefined) show(view)
      }),
    [viewOf, show],
  )
}
