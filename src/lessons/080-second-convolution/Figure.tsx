import { useCallback } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Mark } from '../../paint/surface.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Contributions } from './Contributions.tsx'
import { windowSide } from './explain.ts'
import { Sum } from './Sum.tsx'
import { secondConvolutionWords } from './words.ts'

const channelCount = 32

export function Figure() {
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const chosen = useCellStore({ map: 6, row: 6, column: 7 }, mapShapeOf('conv2'))
  const filterName = useCallback(
    () => words.contributions(number(chosen.getState().cell.map + 1)),
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
        <FigureColumn grow={4}>
          <FigurePart heading={words.allMaps} grow={1}>
            <TapMaps
              tap="conv2/pre"
              columns={8}
              hint={words.mapsHint}
              marks={cellMark}
              onPoint={chosen.point}
              onPick={chosen.hold}
            />
          </FigurePart>
        </FigureColumn>
        <FigureColumn grow={7}>
          <FigureRow grow={1}>
            <FigurePart heading={words.inputs} grow={3}>
              <TapMaps
                tap="pool1"
                columns={8}
                gap={3}
                hint={words.inputsHint}
                marks={windowMarks}
                follow={chosen}
              />
            </FigurePart>
            <FigurePart heading={words.onePixel} grow={2}>
              <Sum chosen={chosen} />
            </FigurePart>
          </FigureRow>
          <FigurePart heading={<LiveText read={filterName} subscribe={chosen.subscribe} />} grow={1}>
            <Contributions chosen={chosen} />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <FigureFoot>
        <TapLegend tap="conv2/pre" />
      </FigureFoot>
    </FigureLayout>
  )
}
