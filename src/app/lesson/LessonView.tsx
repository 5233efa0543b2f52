/** Figure and text of the lesson. */
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { type Kept, KeptContext } from '../../figures/kept.ts'
import { useFormat, useWords } from '../../i18n/useLanguage.ts'
import { canCompare } from '../../lessons/lesson.ts'
import { lessons } from '../../lessons/registry.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { openSum } from '../../sums/openSum.ts'
import { forgetLooks } from '../../ui/look.ts'
import { comparing } from '../compare/comparing.ts'
import { DigitBar } from '../digit/DigitBar.tsx'
import controls from '../styles/Controls.module.css'
import { hrefOfLesson, type Screen } from '../useScreen.ts'
import styles from './LessonView.module.css'
import { LessonContext } from './lessonContext.ts'
import { useArrival } from './useArrival.ts'
import { type LoadedLesson, useLoadedLesson } from './useLoadedLesson.ts'

const CompareView = lazy(() =>
  import('../compare/CompareView.tsx').then(({ CompareView }) => ({ default: CompareView })),
)
const SumPanel = lazy(() =>
  import('../../figures/sum/SumPanel.tsx').then(({ SumPanel }) => ({ default: SumPanel })),
)

export function LessonView({ screen, anchor }: { readonly screen: Screen; readonly anchor: string }) {
  const { shell } = useWords()
  const { frames } = useRunHandle()
  const { loaded, failed, retry } = useLoadedLesson(screen.lesson, screen.language)
  const taps = loaded?.lesson.taps
  const main = useRef<HTMLElement>(null)
  useArrival(main, loaded?.lesson ?? null)
  const { hide } = screen.address
  const showsFigure = !hide.includes('figure')
  const showsText = !hide.includes('text')
  const { site } = useStore(openSum)
  const { sides } = useStore(comparing)
  const compares = sides !== null && showsFigure && loaded !== null && canCompare(loaded.lesson)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lesson begins anew
  const kept = useMemo<Kept>(() => new Map(), [loaded?.lesson])
  useEffect(() => (taps && !compares ? frames.watch(taps) : undefined), [taps, frames, compares])

  return (
    <main
      ref={main}
      id={anchor}
      tabIndex={-1}
      className={styles.lesson}
      data-columns={showsFigure && !compares && (showsText || site) ? 2 : 1}
      aria-busy={loaded?.lesson !== screen.lesson}
    >
      {compares && (
        <KeptContext value={kept}>
          <Suspense fallback={null}>
            <CompareView loaded={loaded} sides={sides} showsDigit={!hide.includes('digit')} />
          </Suspense>
        </KeptContext>
      )}
      {showsFigure && !compares && (
        <section className={styles.figure} aria-label={shell.figure}>
          {!hide.includes('digit') && <DigitBar />}
          <div className={styles.canvases} data-print="figure">
            <KeptContext value={kept}>{loaded && <loaded.Figure key={loaded.lesson.id} />}</KeptContext>
          </div>
        </section>
      )}
      {showsText && (
        <TextColumn screen={screen} loaded={loaded} hidden={compares}>
          {failed && (
            <div role="alert" className={styles.failed}>
              <p>{shell.lessonFailed}</p>
              <button type="button" className={controls.button} onClick={retry}>
                {shell.retry}
              </button>
            </div>
          )}
        </TextColumn>
      )}
      {site && !compares && (
        <div className={styles.sum} data-print="sum">
          <Suspense fallback={null}>
            <SumPanel site={site} coversText={showsText} />
          </Suspense>
        </div>
      )}
    </main>
  )
}

type TextColumnProps = {
  readonly screen: Screen
  readonly loaded: LoadedLesson | null
  /** Waits where it was. */
  readonly hidden: boolean
  readonly children: ReactNode
}

function TextColumn({ screen, loaded, hidden, children }: TextColumnProps) {
  const { shell } = useWords()
  const format = useFormat()
  const column = useRef<HTMLElement>(null)
  const lesson = loaded?.lesson
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new lesson begins at its top
  useEffect(() => {
    column.current?.scrollTo(0, 0)
    forgetLooks()
  }, [lesson])
  const index = lesson ? lessons.indexOf(lesson) : screen.lessonIndex
  const turns = [
    { word: shell.previous, lesson: lessons[index - 1] },
    { word: shell.next, lesson: lessons[index + 1] },
  ]

  return (
    <section
      ref={column}
      hidden={hidden}
      className={styles.text}
      aria-label={shell.text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be in reach of the keyboard
      tabIndex={0}
      data-scrolls
    >
      {children}
      {loaded && (
        <article lang={loaded.language}>
          <p className={styles.number}>{shell.lesson(format.count(index + 1))}</p>
          <LessonContext value={loaded}>
            <loaded.Text components={loaded.parts.textParts} />
          </LessonContext>
          <loaded.parts.ReadingList reading={loaded.reading} language={loaded.language} />
          <ul className={styles.turns} data-printless>
            {turns.map(
              ({ word, lesson }) =>
                lesson && (
                  <li key={lesson.id}>
                    <a href={hrefOfLesson(screen.address, lesson)}>
                      <span>{word}</span> {lesson.title[screen.language]}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </article>
      )}
    </section>
  )
}
