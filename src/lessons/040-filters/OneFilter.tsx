/** The chosen filter as the 25 numbers it is, at step 0 or now. */
import { useCallback, useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { useIsDifference } from '../../figures/difference.ts'
import { limitOf, scaleScope } from '../../figures/scale.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useTense } from '../../figures/useTense.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { NumberStage } from '../../ui/NumberStage.tsx'
import { filterSide, weightsOf } from './explain.ts'
import { pairOf } from './pair.ts'
import { filtersWords } from './words.ts'

export function OneFilter(props: { readonly chosen: CellStore; readonly version: 'first' | 'now' }) {
  const { chosen, version } = props
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const isDifference = useIsDifference()
  const tense = useTense()
  const changes = useMemo(() => bothOf(bothOf(frames, chosen), scaleScope), [frames, chosen])
  const read = useCallback(() => {
    const frame = frames.latest()
    const pair = pairOf(frame)
    if (!frame || !pair) return null
    const { map, row, column } = chosen.getState().cell
    return {
      cells: {
        rows: filterSide,
        columns: filterSide,
        values: weightsOf(pair[version], map),
        marked: row * filterSide + column,
      },
      limit: limitOf(frame.planes, 'conv1/weights', map, scaleScope.getState().scope),
      step: pair.step,
    }
  }, [frames, chosen, version])
  return (
    <NumberStage
      name={words.numbers[version === 'first' ? version : tense]}
      describe={() => (read()?.cells.values ?? []).map((weight) => number(weight, 2)).join('; ')}
      rows={filterSide}
      columns={filterSide}
      kind="signed"
      read={read}
      subscribe={changes.subscribe}
      textOf={(value) => number(value, isDifference ? 4 : 2)}
      characters={isDifference ? 7.4 : 5.4}
      tap={version === 'first' ? 'first/conv1/weights' : 'conv1/weights'}
      view="figure"
    />
  )
}
