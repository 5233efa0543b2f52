import { useCallback } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import type { Mark } from '../../paint/surface.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Contributions } from './Contributions.tsx'
import { channelsOfFilter, windowSide } from './explain.ts'
import { secondConvolutionWords } from './words.ts'

const channelCount = 32
const filterShape = { mapCount: channelCount, mapHeight: windowSide, mapWidth: windowSide }

export function Figure() {
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const chosen = useCellStore({ map: 6, row: 6, column: 7 })
  const chosenFilter = useCallback(
    (weights: Plane) => channelsOfFilter(weights, chosen.getState().cell.map),
    [chosen],
  )
  const filterName = useCallback(
    () => words.filter(number(chosen.getState().cell.map + 1)),
    [words, number, chosen],
  )
  const cellMark = (): Mark[] => [{ ...chosen.getState().cell, rows: 1, columns: 1, look: 'accent' }]
  const windowMarks = (): Mark[] => {
    const { row, column } = chosen.getState().cell
    const reach = (windowSide - 1) / 2
    const window = { row: row - reach, column: column - reach, rows: windowSide, columns: windowSide }
    return Array.from({ length: channelCount }, (_, map) => ({ ...window, map, look: 'accent' }))
  }

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigurePart heading={words.allMaps} grow={1}>
          <TapMaps
            tap="conv2/pre"
            hint={words.mapsHint}
            marks={cellMark}
            onPoint={chosen.point}
            onPick={chosen.hold}
          />
        </FigurePart>
        <FigureColumn>
          <FigurePart heading={words.inputs} grow={3}>
            <TapMaps tap="pool1" columns={8} marks={windowMarks} follow={chosen} />
          </FigurePart>
          <FigurePart heading={<LiveText read={filterName} subscribe={chosen.subscribe} />} grow={2}>
            <TapMaps
              tap="conv2/weights"
              shape={filterShape}
              select={chosenFilter}
              follow={chosen}
              hint={words.filterHint}
              cellText={({ map, row, column }, value) =>
                words.filterCell(number(map + 1), number(row + 1), number(column + 1), value)
              }
            />
          </FigurePart>
          <Contributions chosen={chosen} />
        </FigureColumn>
      </FigureRow>
      <FigureFoot>
        <TapLegend tap="conv2/pre" />
      </FigureFoot>
    </FigureLayout>
  )
}
