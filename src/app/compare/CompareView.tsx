/** The figure of a lesson twice: two steps or two runs side by side, on one scale, or one of them beside the difference. */
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { ScaleChoice } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { pairOf } from '../../session/pair.ts'
import type { Run } from '../../session/run.ts'
import { RunContext, usePageRun } from '../../session/useRun.ts'
import { openSum } from '../../sums/openSum.ts'
import { Choice } from '../../ui/Choice.tsx'
import { createBoard, type Side, StandingContext } from '../../ui/twins.ts'
import { DigitBar } from '../digit/DigitBar.tsx'
import type { LoadedLesson } from '../lesson/useLoadedLesson.ts'
import controls from '../styles/Controls.module.css'
import styles from './CompareView.module.css'
import { closeComparison, compareWith, comparing, isWithDock, type Sides } from './comparing.ts'
import { SideHead } from './SideHead.tsx'
import { ValueLine } from './ValueLine.tsx'
import { comparedViews } from './views.ts'
import { compareWords } from './words.ts'

const SumPanel = lazy(() =>
  import('../../figures/sum/SumPanel.tsx').then(({ SumPanel }) => ({ default: SumPanel })),
)

export type CompareViewProps = {
  readonly loaded: LoadedLesson
  readonly sides: Sides
  readonly showsDigit: boolean
}

export function CompareView({ loaded, sides, showsDigit }: CompareViewProps) {
  const page = usePageRun()
  const { language } = useFigureWords()
  const words = compareWords[language]
  const wanted = useStore(comparing, ({ beside }) => beside)
  const canSubtract = loaded.lesson.compared === 'with-difference'
  const beside = canSubtract ? wanted : 'b'
  const views = useMemo(() => comparedViews(page), [page])
  const runs = useMemo(() => {
    const pair = pairOf(views.a.frames, views.b.frames)
    return {
      a: { ...views.a, frames: pair.a },
      b: { ...views.b, frames: pair.b },
      difference: { ...views.b, frames: pair.difference },
    }
  }, [views])
  const board = useMemo(createBoard, [])
  const isScaled = useStore(board.scaled, ({ count }) => count > 0)
  const second = runs[beside]
  const { taps } = loaded.lesson
  useEffect(() => runs.a.frames.watch(taps), [runs, taps])
  useEffect(() => second.frames.watch(taps), [second, taps])
  useEffect(
    () =>
      page.view.place.subscribe(({ place }) => {
        const b = comparing.getState().sides?.b
        if (b && isWithDock('b', b) && !page.view.other())
          compareWith('b', { run: null, step: place?.step ?? null })
      }),
    [page],
  )
  useEffect(
    () => () => {
      views.a.goTo(null)
      views.b.goTo(null)
    },
    [views],
  )

  return (
    <section className={styles.comparison} aria-label={words.group} data-comparison>
      <div className={styles.bar}>
        {showsDigit && (
          <RunContext value={runs.a}>
            <DigitBar />
          </RunContext>
        )}
        <div className={styles.choices}>
          {canSubtract && (
            <Choice
              name={words.beside}
              value={beside}
              options={(['b', 'difference'] as const).map((value) => ({
                value,
                label: words.besides[value],
              }))}
              onChange={(next) => comparing.setState({ beside: next })}
            />
          )}
          <button type="button" className={controls.quiet} onClick={closeComparison}>
            {words.close}
          </button>
        </div>
      </div>
      <div className={styles.sides} data-print="figure">
        <OneSide side="a" run={runs.a} board={board} apart={false}>
          <SideHead side="a" view={views.a} wanted={sides.a} />
          <Figure loaded={loaded} />
        </OneSide>
        <OneSide key={beside} side="b" run={second} board={board} apart={beside === 'difference'}>
          <SideHead side="b" view={views.b} wanted={sides.b} />
          <Figure loaded={loaded} />
        </OneSide>
      </div>
      <div className={styles.foot}>
        <ValueLine board={board} runs={runs} beside={beside} hint={canSubtract ? words.hint : ''} />
        {isScaled && <ScaleChoice />}
      </div>
    </section>
  )
}

function Figure({ loaded }: Pick<CompareViewProps, 'loaded'>) {
  return (
    <div className={styles.figures}>
      <loaded.Figure key={loaded.lesson.id} />
    </div>
  )
}

type OneSideProps = {
  readonly side: Side
  readonly run: Run
  readonly board: ReturnType<typeof createBoard>
  readonly apart: boolean
  readonly children: ReactNode
}

function OneSide({ side, run, board, apart, children }: OneSideProps) {
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
