/** What happens when another lesson has come: the focus goes on from it, and its top is in sight. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Lesson } from '../../lessons/lesson.ts'

export function useArrival(main: RefObject<HTMLElement | null>, lesson: Lesson | null): void {
  const before = useRef<Lesson | null>(null)
  useLayoutEffect(() => {
    const turned = before.current !== null && before.current !== lesson
    before.current = lesson
    if (!turned) return
    // Where parts stand one below the other, the page scrolls as a whole.
    scrollTo(0, 0)
    // A focus in header or dock stays there; one in the old lesson is gone with it.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [main, lesson])
}
