/** The chosen map, before or after; both show the value at the chosen place, whichever of the two is pointed at. */
import { useCallback, useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { TapMaps } from '../../figures/TapMaps.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { type MapCell, valueAt } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import styles from './Figure.module.css'
import { type Looked, mapValues } from './layers.ts'
import { reluWords } from './words.ts'

export function OneMap(props: {
  readonly looked: Looked
  readonly side: 'before' | 'after'
  readonly look: string
  readonly chosen: CellStore
}) {
  const { looked, side, chosen } = props
  const { shape, isVector } = looked
  const tap = looked[side]
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = reluWords[language]
  const select = useCallback(
    (plane: Plane): Plane => ({
      shape: [shape.mapHeight, shape.mapWidth, 1],
      values: mapValues(plane, shape, chosen.getState().cell.map),
    }),
    [chosen, shape],
  )
  const name = useCallback(() => {
    if (isVector) return side === 'before' ? words.beforeVector : words.afterVector
    const map = number(chosen.getState().cell.map + 1)
    return side === 'before' ? words.beforeOne(map) : words.afterOne(map)
  }, [words, isVector, side, number, chosen])
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const value = useCallback(() => {
    const { cell } = chosen.getState()
    const plane = frames.latest()?.planes.get(tap)
    if (!plane) return common.waiting
    const text = number(valueAt(plane, shape, cell), 3)
    return isVector ? common.neuron(cell.row * shape.mapWidth + cell.column, text) : common.pixel(cell, text)
  }, [chosen, frames, tap, common, number, shape, isVector])
  const held = (cell: MapCell) => ({ ...cell, map: chosen.getState().cell.map })
  return (
    <FigurePart
      heading={<LiveText read={name} subscribe={chosen.subscribe} />}
      look={props.look}
      grow={1}
      difference
    >
      <TapMaps
        key={tap}
        tap={tap}
        shape={{ ...shape, mapCount: 1 }}
        select={select}
        mapOf={() => chosen.getState().cell.map}
        quiet
        marks={() => [{ ...chosen.getState().cell, map: 0, rows: 1, columns: 1, look: 'accent' }]}
        follow={chosen}
        onPoint={(cell) => chosen.point(cell && held(cell))}
        onPick={(cell) => chosen.hold(held(cell))}
      />
      <LiveText as="p" className={styles.value} read={value} subscribe={changes.subscribe} />
    </FigurePart>
  )
}
