import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import { type CellStore, useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { scaleScope } from '../../figures/scale.ts'
import { bothOf, useTapSource } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { Legend } from '../../ui/Legend.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage, type PlaneSource } from '../../ui/MapStage.tsx'
import { filterShape, initialFilters, sharedLimit } from './explain.ts'
import { Histogram } from './Histogram.tsx'
import { filtersWords } from './words.ts'

export function Figure() {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = filtersWords[language]
  const seed = useRun((state) => state.settings.seed)
  const initial = useMemo(() => initialFilters(seed), [seed])
  // Outside of every filter until something is pointed at.
  const chosen = useCellStore({ map: 0, row: -1, column: -1 })
  const now = useTapSource('conv1/weights', undefined, chosen)
  const before = useMemo<PlaneSource>(
    () => ({ read: () => ({ plane: initial, step: 0 }), subscribe: bothOf(frames, chosen).subscribe }),
    [initial, frames, chosen],
  )
  const heading = useCallback(() => words.now(number(frames.latest()?.step ?? 0)), [frames, words, number])
  return (
    <FigureLayout>
      <FigureRow grow={5}>
        <FigurePart heading={words.initial} grow={1} narrowHeight="15rem">
          <Filters
            source={before}
            name={words.initialName(String(seed))}
            hint={words.initialHint(String(seed))}
            initial={initial}
            chosen={chosen}
          />
        </FigurePart>
        <FigurePart
          heading={<LiveText read={heading} subscribe={frames.subscribe} />}
          grow={1}
          narrowHeight="15rem"
        >
          <Filters
            source={now}
            name={common.taps['conv1/weights']}
            hint={words.nowHint}
            initial={initial}
            chosen={chosen}
          />
        </FigurePart>
      </FigureRow>
      <FigurePart heading={words.histogram} grow={4} narrowHeight="16rem">
        <Histogram initial={initial} />
      </FigurePart>
      <FigureFoot>
        <SharedLegend initial={initial} />
      </FigureFoot>
    </FigureLayout>
  )
}

type FiltersProps = {
  readonly source: PlaneSource
  readonly name: string
  readonly hint: string
  readonly initial: Plane
  readonly chosen: CellStore
}

/** All 32 filters, on the scale that both pictures share. */
function Filters({ source, name, hint, initial, chosen }: FiltersProps) {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = filtersWords[language]
  const { scope } = useStore(scaleScope)
  const limitOf = (filter: number) =>
    sharedLimit(
      initial,
      frames.latest()?.planes.get('conv1/weights') ?? initial,
      scope === 'map' ? filter : null,
    )
  return (
    <MapStage
      name={name}
      describe={() => common.atStep(number(source.read()?.step ?? 0))}
      source={source}
      shape={filterShape}
      kind="signed"
      limitOf={(_, filter) => limitOf(filter)}
      columns={8}
      gap={5}
      marks={() => {
        const { cell } = chosen.getState()
        return cell.row < 0 ? [] : [{ ...cell, rows: 1, columns: 1, look: 'accent' }]
      }}
      readout={{
        cell: ({ map, row, column }, value) =>
          words.weight(number(map + 1), number(row + 1), number(column + 1), number(value, 3)),
        hint,
      }}
      onPoint={chosen.point}
      tap="conv1/weights"
      view="figure"
    />
  )
}

function SharedLegend({ initial }: { readonly initial: Plane }) {
  const { frames } = useRunHandle()
  const { words, number } = useFigureWords()
  const { scope } = useStore(scaleScope)
  const ends = useCallback(() => {
    if (scope === 'map') return { low: '−', high: '+' }
    const limit = sharedLimit(initial, frames.latest()?.planes.get('conv1/weights') ?? initial, null)
    return { low: number(-limit, 2), high: number(limit, 2) }
  }, [frames, initial, number, scope])
  return (
    <Legend
      kind="signed"
      ends={ends}
      subscribe={frames.subscribe}
      name={words.signedLegend}
      note={scope === 'map' ? words.eachMap : undefined}
    />
  )
}
