/** Page Up and Page Down turn lessons: they are the two keys of a presenter's clicker. */
import { useEffect } from 'react'
import { lessons } from '../../lessons/registry.ts'
import { changeAddress } from '../useAddress.ts'
import type { Screen } from '../useScreen.ts'

export function useLessonKeys({ lessonIndex }: Screen): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { PageDown: 1, PageUp: -1 }[event.key]
      if (!step || event.ctrlKey || event.altKey || event.metaKey || isNeeded(event.target)) return
      const lesson = lessons[lessonIndex + step]
      if (!lesson) return
      event.preventDefault()
      changeAddress({ lesson: lesson.id }, { asStep: true })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [lessonIndex])
}

/** Whether what has the focus scrolls or changes its value with these keys. */
function isNeeded(target: EventTarget | null): boolean {
  if (document.querySelector('dialog:modal')) return true
  if (!(target instanceof HTMLElement) || target === document.body) return false
  if (target.closest('textarea, select, input[type="range"], input[type="text"], [role="slider"]'))
    return true
  return (
    target.tabIndex >= 0 && target.scrollHeight > target.clientHeight + 1 && target.matches('[data-scrolls]')
  )
}
