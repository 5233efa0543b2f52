/** The figure of a lesson twice: two steps or two runs side by side, on one scale, or one of them beside the difference. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { ScaleChoice } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { pairOf } from '../../session/pair.ts'
import { RunContext, usePageRun } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { createBoard } from '../../ui/twins.ts'
import { DigitBar } from '../digit/DigitBar.tsx'
import type { LoadedLesson } from '../lesson/useLoadedLesson.ts'
import controls from '../styles/Controls.module.css'
import styles from './CompareView.module.css'
import { closeComparison, compareWith, comparing, isWithDock, type Sides } from './comparing.ts'
import { OneSide, SideFigure } from './OneSide.tsx'
import { SideHead } from './SideHead.tsx'
import { ValueLine } from './ValueLine.tsx'
import { comparedViews } from './views.ts'
import { compareWords } from './words.ts'

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
      <h1 className={controls.unseen}>{words.heading(loaded.lesson.title[language])}</h1>
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
          <SideFigure loaded={loaded} views={[views.a]} />
        </OneSide>
        <OneSide key={beside} side="b" run={second} board={board} apart={beside === 'difference'}>
          <SideHead
            side="b"
            view={views.b}
            wanted={sides.b}
            name={beside === 'difference' ? words.besides.difference : undefined}
          />
          <SideFigure loaded={loaded} views={beside === 'difference' ? [views.a, views.b] : [views.b]} />
        </OneSide>
      </div>
      <div className={styles.foot}>
        <ValueLine
          board={board}
          runs={runs}
          views={views}
          beside={beside}
          hint={canSubtract ? words.hint : ''}
        />
        {isScaled && <ScaleChoice />}
      </div>
    </section>
  )
}
