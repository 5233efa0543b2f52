import { useCallback, useMemo, useState } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { oneMap } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { pooledCellOf, poolSide, strongestCell } from './explain.ts'
import { paintWindows } from './paint.ts'
import { Window } from './Window.tsx'
import { poolingWords } from './words.ts'

const before = { mapCount: 1, mapHeight: 28, mapWidth: 28 }
const after = { mapCount: 1, mapHeight: 14, mapWidth: 14 }

export function Figure() {
  const { language, words: common, number } = useFigureWords()
  const words = poolingWords[language]
  /** The pooled cell the figure speaks of. */
  const chosen = useCellStore(useFirstCell(), mapShapeOf('pool1'))
  const ofChosen = useCallback((plane: Plane) => oneMap(plane, chosen.getState().cell.map), [chosen])
  const name = useCallback(
    () => words.before(number(chosen.getState().cell.map + 1)),
    [words, number, chosen],
  )
  const inMap = useMemo(() => {
    const held = (cell: MapCell) => ({ ...cell, map: chosen.getState().cell.map })
    return {
      point: (cell: MapCell | null) => chosen.point(cell && held(cell)),
      hold: (cell: MapCell) => chosen.hold(held(cell)),
    }
  }, [chosen])
  const windowMark = (): Mark[] => {
    const { row, column } = chosen.getState().cell
    return [
      {
        map: 0,
        row: row * poolSide,
        column: column * poolSide,
        rows: poolSide,
        columns: poolSide,
        look: 'accent',
      },
    ]
  }
  const cellMark = (map: number): Mark[] => [
    { ...chosen.getState().cell, map, rows: 1, columns: 1, look: 'accent' },
  ]
  const mapOf = () => chosen.getState().cell.map

  return (
    <FigureLayout>
      <FigureRow grow={10}>
        <FigurePart heading={<LiveText read={name} subscribe={chosen.subscribe} />} grow={1}>
          <TapMaps
            tap="conv1"
            shape={before}
            select={ofChosen}
            mapOf={mapOf}
            cellText={common.pixel}
            hint={words.beforeHint}
            paintOver={paintWindows}
            marks={windowMark}
            follow={chosen}
            onPoint={(cell) => inMap.point(cell && pooledCellOf(cell))}
            onPick={(cell) => inMap.hold(pooledCellOf(cell))}
          />
        </FigurePart>
        <FigurePart heading={words.after} grow={1}>
          <TapMaps
            tap="pool1"
            shape={after}
            select={ofChosen}
            mapOf={mapOf}
            cellText={common.pixel}
            hint={words.afterHint}
            zoomStep={2}
            marks={() => cellMark(0)}
            follow={chosen}
            onPoint={inMap.point}
            onPick={inMap.hold}
          />
        </FigurePart>
        <FigurePart heading={words.window} grow={1} narrowHeight="20rem">
          <Window chosen={chosen} />
        </FigurePart>
      </FigureRow>
      <FigurePart heading={words.all} grow={6}>
        <TapMaps
          tap="pool1"
          gap={3}
          hint={words.allHint}
          marks={() => cellMark(chosen.getState().cell.map)}
          follow={chosen}
          onPoint={chosen.point}
          onPick={chosen.hold}
        />
      </FigurePart>
      <FigureFoot>
        <TapLegend tap="conv1" />
      </FigureFoot>
    </FigureLayout>
  )
}

/** Where the figure stands at first: at the strongest cell there is when it opens. */
function useFirstCell(): MapCell {
  const { frames } = useRunHandle()
  const [cell] = useState(() => {
    const pooled = frames.latest()?.planes.get('pool1')
    return pooled ? strongestCell(pooled) : { map: 6, row: 5, column: 8 }
  })
  return cell
}
