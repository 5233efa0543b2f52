/** What each weight gained since step 0, on a scale of its own: next to the weights the changes are small. */
import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { CellStore } from '../../figures/cellStore.ts'
import { paintFrame } from '../../figures/paintFrame.ts'
import { scaleScope } from '../../figures/scale.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Legend } from '../../ui/Legend.tsx'
import { MapStage, type PlaneSource } from '../../ui/MapStage.tsx'
import { useReachBeside } from '../../ui/twins.ts'
import { changeLimit, filterShape, movementOf } from './explain.ts'
import { pairOf } from './pair.ts'
import { filtersWords } from './words.ts'

export function Changes(props: { readonly chosen: CellStore; readonly marks: () => readonly Mark[] }) {
  const { chosen, marks } = props
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const { scope } = useStore(scaleScope)
  const source = useMemo<PlaneSource>(
    () => ({
      read() {
        const pair = pairOf(frames.latest())
        return pair && { plane: pair.change, step: pair.step }
      },
      subscribe: bothOf(frames, chosen).subscribe,
    }),
    [frames, chosen],
  )
  return (
    <MapStage
      name={words.change}
      describe={() => {
        const plane = source.read()?.plane
        if (!plane) return ''
        const { mean, largest } = movementOf(plane, null)
        return words.changeNow(number(mean, 4), number(largest, 4))
      }}
      source={source}
      shape={filterShape}
      kind="signed"
      limitOf={(plane, filter) => changeLimit(plane, scope === 'map' ? filter : null)}
      columns={8}
      gap={5}
      paintOver={paintFrame}
      marks={marks}
      onPoint={chosen.point}
      onPick={chosen.hold}
      tap="conv1/weights"
      view="figure"
    />
  )
}

export function ChangesLegend() {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const { scope } = useStore(scaleScope)
  const reach = useReachBeside(`conv1/weights ${filtersWords[language].change}`)
  const ends = useCallback(() => {
    const pair = pairOf(frames.latest())
    if (!pair) return { low: '', high: '' }
    if (scope === 'map') return { low: '−', high: '+' }
    const largest = Math.max(movementOf(pair.change, null).largest, reach(0)?.highest ?? 0)
    return { low: number(-largest, 4), high: number(largest, 4) }
  }, [frames, number, scope, reach])
  return (
    <Legend
      kind="signed"
      ends={ends}
      subscribe={frames.subscribe}
      name={common.signedLegend}
      note={scope === 'map' ? common.eachMap : filtersWords[language].changeScale}
    />
  )
}
