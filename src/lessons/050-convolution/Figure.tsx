import { useCallback } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { paintFrame } from '../../figures/paintFrame.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { oneMap } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import type { Mark } from '../../paint/surface.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { windowSide } from './explain.ts'
import { Sum } from './Sum.tsx'
import { convolutionWords } from './words.ts'

const oneFilter = { mapCount: 1, mapHeight: windowSide, mapWidth: windowSide }

export function Figure() {
  const { language, words: common, number } = useFigureWords()
  const words = convolutionWords[language]
  const chosen = useCellStore({ map: 6, row: 11, column: 16 }, mapShapeOf('conv1'))
  const filterOfCell = useCallback((weights: Plane) => oneMap(weights, chosen.getState().cell.map), [chosen])
  const filterName = useCallback(
    () => words.filter(number(chosen.getState().cell.map + 1)),
    [words, number, chosen],
  )
  const cellMark = (): Mark[] => [{ ...chosen.getState().cell, rows: 1, columns: 1, look: 'accent' }]
  const windowMark = (): Mark[] => {
    const { row, column } = chosen.getState().cell
    const reach = (windowSide - 1) / 2
    const window = { row: row - reach, column: column - reach, rows: windowSide, columns: windowSide }
    return [{ ...window, map: 0, look: 'accent' }]
  }

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigureColumn grow={2.6}>
          <FigurePart heading={words.allMaps} grow={1}>
            <TapMaps
              tap="conv1/pre"
              hint={words.mapsHint}
              marks={cellMark}
              onPoint={chosen.point}
              onPick={chosen.hold}
            />
          </FigurePart>
        </FigureColumn>
        <FigureColumn>
          <FigurePart heading={words.input} grow={3} narrowHeight="13rem">
            <TapMaps tap="input" hint="" paintOver={paintFrame} marks={windowMark} follow={chosen} />
          </FigurePart>
          <FigurePart
            heading={<LiveText read={filterName} subscribe={chosen.subscribe} />}
            grow={2}
            narrowHeight="10rem"
          >
            <TapMaps
              tap="conv1/weights"
              shape={oneFilter}
              select={filterOfCell}
              mapOf={() => chosen.getState().cell.map}
              cellText={common.pixel}
              hint=""
              follow={chosen}
            />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <FigurePart heading={words.onePixel}>
        <Sum chosen={chosen} />
      </FigurePart>
      <FigureFoot>
        <TapLegend tap="conv1/pre" />
      </FigureFoot>
    </FigureLayout>
  )
}
