import { useCallback } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Mark } from '../../paint/surface.ts'
import { filterSide, reach } from '../../sums/convolution.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Contributions } from './Contributions.tsx'
import { Sum } from './Sum.tsx'
import { secondConvolutionWords } from './words.ts'

const channelCount = 32

/** One pixel of one map: a window at the same place in all 32 maps, 32 contributions, one sum. */
export function OnePixel({ chosen }: { readonly chosen: CellStore }) {
  const { language, number } = useFigureWords()
  const words = secondConvolutionWords[language]
  const filterName = useCallback(
    () => words.contributions(number(chosen.getState().cell.map + 1)),
    [words, number, chosen],
  )
  const cellMark = (): Mark[] => [{ ...chosen.getState().cell, rows: 1, columns: 1, look: 'accent' }]
  const windowMarks = (): Mark[] => {
    const { row, column } = chosen.getState().cell
    const window = { row: row - reach, column: column - reach, rows: filterSide, columns: filterSide }
    return Array.from({ length: channelCount }, (_, map) => ({ ...window, map, look: 'accent' }))
  }

  return (
    <FigureRow grow={1}>
      <FigureColumn grow={4}>
        <FigurePart heading={words.allMaps} look="maps" grow={1} difference>
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
        <FigureRow grow={5}>
          <FigurePart heading={words.inputs} look="window" grow={3} difference>
            <TapMaps
              tap="pool1"
              columns={8}
              gap={3}
              hint={words.inputsHint}
              marks={windowMarks}
              follow={chosen}
            />
          </FigurePart>
          <FigurePart heading={words.onePixel} look="sum" grow={2}>
            <Sum chosen={chosen} />
          </FigurePart>
        </FigureRow>
        <FigurePart
          heading={<LiveText read={filterName} subscribe={chosen.subscribe} />}
          look="contributions"
          grow={4}
        >
          <Contributions chosen={chosen} />
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}
