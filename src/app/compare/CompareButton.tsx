/** Opens and closes the comparison; says why where there is nothing to compare. */
import { useStore } from 'zustand'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { canCompare, type Lesson } from '../../lessons/lesson.ts'
import { usePageRun } from '../../session/useRun.ts'
import controls from '../styles/Controls.module.css'
import { closeComparison, comparing, openComparison } from './comparing.ts'
import { knowBoth } from './views.ts'
import { compareWords } from './words.ts'

export function CompareButton({ lesson }: { readonly lesson: Lesson }) {
  const words = compareWords[useFigureWords().language]
  const page = usePageRun()
  const isOpen = useStore(comparing, ({ sides }) => sides !== null)
  const { compared } = lesson
  const open = () => {
    const { place } = page.view.place.getState()
    const other = page.view.other()
    if (other) knowBoth(page, other)
    openComparison({ run: other ? other.header.id : null, step: place?.step ?? null })
  }
  const reason = compared === 'always-the-same' || compared === 'only-now' ? words.not[compared] : undefined
  return (
    <button
      type="button"
      className={controls.quiet}
      aria-pressed={isOpen}
      disabled={!canCompare(lesson) && !isOpen}
      title={reason ?? words.compareHint}
      onClick={isOpen ? closeComparison : open}
    >
      {words.compare}
    </button>
  )
}
