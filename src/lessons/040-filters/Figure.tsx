import { useCallback } from 'react'
import { type CellStore, useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useTense } from '../../figures/useTense.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { Changes, ChangesLegend } from './Changes.tsx'
import { filterShape, filterSide } from './explain.ts'
import styles from './Figure.module.css'
import { Histogram } from './Histogram.tsx'
import { OneFilter } from './OneFilter.tsx'
import { OneWeight } from './OneWeight.tsx'
import { filtersWords } from './words.ts'

const views = ['now', 'change'] as const

export function Figure() {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const [view, setView] = useChoice<(typeof views)[number]>('view', 'now')
  const chosen = useCellStore({ map: 0, row: 2, column: 2 }, filterShape)
  const tense = useTense()
  const origin = useRun((state) => state.origin.kind)
  const heading = useCallback(
    () => words.heading[tense](number(frames.latest()?.step ?? 0)),
    [frames, words, number, tense],
  )
  // The filter as a whole, and the one weight in it.
  const marks = (): Mark[] => {
    const { cell } = chosen.getState()
    return [
      { map: cell.map, row: 0, column: 0, rows: filterSide, columns: filterSide, look: 'ink' },
      { ...cell, rows: 1, columns: 1, look: 'accent' },
    ]
  }
  const picture = { quiet: true, columns: 8, gap: 5, marks, follow: chosen }
  const pick = { onPoint: chosen.point, onPick: chosen.hold }
  return (
    <FigureLayout>
      <FigureRow grow={6}>
        <FigurePart heading={words.initial[origin]} look="first" grow={1} narrowHeight="13rem" difference>
          <TapMaps tap="first/conv1/weights" name={words.initialName} {...picture} {...pick} />
        </FigurePart>
        <FigurePart
          heading={<LiveText read={heading} subscribe={frames.subscribe} />}
          look="now"
          difference
          aside={
            <Choice
              name={words.view}
              value={view}
              options={views.map((value) => ({ value, label: words.views[value] }))}
              onChange={setView}
            />
          }
          grow={1}
          narrowHeight="14rem"
        >
          {view === 'now' ? (
            <TapMaps tap="conv1/weights" {...picture} {...pick} />
          ) : (
            <Changes chosen={chosen} marks={marks} />
          )}
        </FigurePart>
      </FigureRow>
      <FigureRow grow={8}>
        {(['first', 'now'] as const).map((version) => (
          <FigurePart
            key={version}
            heading={<FilterHeading chosen={chosen} version={version} />}
            look="numbers"
            difference
            grow={1}
            narrowHeight="14rem"
          >
            <OneFilter chosen={chosen} version={version} />
          </FigurePart>
        ))}
        <FigurePart heading={words.histogramHeading} look="histogram" grow={1.5} narrowHeight="16rem">
          <Histogram chosen={chosen} />
        </FigurePart>
      </FigureRow>
      <OneWeight chosen={chosen} />
      <FigureFoot>
        {view === 'now' ? (
          <TapLegend tap="conv1/weights" />
        ) : (
          <div className={styles.changes}>
            <ChangesLegend />
          </div>
        )}
      </FigureFoot>
    </FigureLayout>
  )
}

function FilterHeading(props: { readonly chosen: CellStore; readonly version: 'first' | 'now' }) {
  const { chosen, version } = props
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const tense = useTense()
  const read = useCallback(
    () => words.filterVersion[version === 'first' ? version : tense](number(chosen.getState().cell.map + 1)),
    [chosen, version, words, number, tense],
  )
  return <LiveText read={read} subscribe={chosen.subscribe} />
}
