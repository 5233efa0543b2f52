/** Opens and closes the comparison; says why where there is nothing to compare. */
import { useStore } from 'zustand'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import controls from '../styles/Controls.module.css'
import { closeComparison, comparing, openComparison } from './comparing.ts'
import { compareWords } from './words.ts'

export function CompareButton({ lesson }: { readonly lesson: Lesson }) {
  const words = compareWords[useFigureWords().language]
  const isOpen = useStore(comparing, ({ sides }) => sides !== null)
  const never = lesson.compared === 'never'
  return (
    <button
      type="button"
      className={controls.quiet}
      aria-pressed={isOpen}
      disabled={never && !isOpen}
      title={never ? words.never : words.compareHint}
      onClick={isOpen ? closeComparison : openComparison}
    >
      {words.compare}
    </button>
  )
}
