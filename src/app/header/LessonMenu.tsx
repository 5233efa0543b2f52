/** Where one is in the course: one back, one on, and all lessons in a list. */
import { useRef } from 'react'
import { useStore } from 'zustand'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { lessons } from '../../lessons/registry.ts'
import { Icon } from '../Icon.tsx'
import { answers, forgetAnswers } from '../lesson/answers.ts'
import controls from '../styles/Controls.module.css'
import { hrefOfLesson, type Screen } from '../useScreen.ts'
import styles from './LessonMenu.module.css'

export function LessonMenu({ screen }: { readonly screen: Screen }) {
  const { shell, reading } = useWords()
  const byLesson = useStore(answers, (state) => state.byLesson)
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const { language, lesson, lessonIndex, address } = screen
  const number = format.count(lessonIndex + 1)
  const total = format.count(lessons.length)
  const title = lesson.title[language]
  const answered = lessons.filter(({ id }) => byLesson[id])

  const turn = (step: -1 | 1) => {
    const other = lessons[lessonIndex + step]
    const name = step < 0 ? shell.previousLesson : shell.nextLesson
    const icon = <Icon name={step < 0 ? 'left' : 'right'} />
    if (!other) {
      return (
        <span className={controls.icon} aria-disabled>
          {icon}
        </span>
      )
    }
    return (
      <a
        className={controls.icon}
        href={hrefOfLesson(address, other)}
        aria-label={`${name}: ${other.title[language]}`}
      >
        {icon}
      </a>
    )
  }

  return (
    <nav className={styles.menu} aria-label={shell.lessons}>
      {turn(-1)}
      <button type="button" className={styles.current} popoverTarget="lesson-list" title={shell.showLessons}>
        <span>
          <span className={controls.unseen}>{shell.lesson('')}</span>
          {shell.progress(number, total)}
        </span>
        <span className={styles.title}>{title}</span>
        <Icon name="down" />
      </button>
      {turn(1)}
      <div id="lesson-list" ref={list} popover="auto" className={styles.list}>
        <ol>
          {lessons.map((entry, index) => (
            <li key={entry.id}>
              <a
                href={hrefOfLesson(address, entry)}
                aria-current={entry === lesson ? 'page' : undefined}
                onClick={() => list.current?.hidePopover()}
              >
                <span className={controls.number}>{format.count(index + 1)}</span>
                {entry.title[language]}
                {byLesson[entry.id] && <span className={styles.answered}>{reading.answered}</span>}
              </a>
            </li>
          ))}
        </ol>
        <p className={styles.progress}>
          {reading.answeredCount(format.count(answered.length), total)}
          {answered.length > 0 && (
            <button type="button" className={controls.quiet} onClick={() => forgetAnswers()}>
              {reading.forget}
            </button>
          )}
        </p>
      </div>
    </nav>
  )
}
