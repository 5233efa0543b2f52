/** One side of a comparison: the lesson's figure inside a run of its own, and below it the sum that is open. */
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Run } from '../../session/run.ts'
import { RunContext } from '../../session/useRun.ts'
import type { View } from '../../session/view.ts'
import { openSum } from '../../sums/openSum.ts'
import { type Board, type Side, StandingContext } from '../../ui/twins.ts'
import type { LoadedLesson } from '../lesson/useLoadedLesson.ts'
import styles from './CompareView.module.css'
import { markSide } from './sideRuns.ts'
import { isLateView } from './views.ts'
import { compareWords } from './words.ts'

const SumPanel = lazy(() =>
  import('../../figures/sum/SumPanel.tsx').then(({ SumPanel }) => ({ default: SumPanel })),
)

type FigureProps = { readonly loaded: LoadedLesson; readonly views: readonly View[] }

/** Pale as long as its pictures are not those of the steps it is to show. */
export function SideFigure({ loaded, views }: FigureProps) {
  const ref = useRef<HTMLDivElement>(null)
  const { taps } = loaded.lesson
  // biome-ignore lint/correctness/useExhaustiveDependencies: the views stand for their list
  useEffect(() => {
    if (taps.length === 0) return
    const write = () => ref.current?.toggleAttribute('data-late', views.some(isLateView))
    write()
    const stops = views.flatMap(({ place, frames }) => [place.subscribe(write), frames.subscribe(write)])
    return () => {
      for (const stop of stops) stop()
    }
  }, [taps, ...views])
  return (
    <div ref={ref} className={styles.figures}>
      <loaded.Figure key={loaded.lesson.id} />
    </div>
  )
}

type OneSideProps = {
  readonly side: Side
  readonly run: Run
  readonly board: Board
  readonly apart: boolean
  readonly children: ReactNode
}

export function OneSide({ side, run, board, apart, children }: OneSideProps) {
  const { language, number } = useFigureWords()
  const words = compareWords[language]
  const standing = useMemo(() => ({ board, side, apart }), [board, side, apart])
  const { site } = useStore(openSum)
  const step = useStore(run.store, (state) => state.step)
  const name = apart ? words.besides.difference : side.toUpperCase()
  return (
    <RunContext value={run}>
      <StandingContext value={standing}>
        <section
          className={styles.side}
          aria-label={words.side(name, words.step(number(step)))}
          data-side={apart ? 'difference' : side}
          ref={(element) => {
            if (element) markSide(element, run)
          }}
        >
          {children}
          {site && !apart && (
            <div className={styles.sum}>
              <Suspense fallback={null}>
                <SumPanel site={site} coversText={false} />
              </Suspense>
            </div>
          )}
        </section>
      </StandingContext>
    </RunContext>
  )
}
