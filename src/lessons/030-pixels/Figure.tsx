import { type CellStore, useCellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { paintFrame } from '../../figures/paintFrame.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Mark } from '../../paint/surface.ts'
import { indexOf, lineCellOf, lineCount, lineLength, linesOf, pixelOfLineCell } from './explain.ts'
import { PixelNumbers } from './PixelNumbers.tsx'
import { pixelsWords } from './words.ts'

const lines = { mapCount: lineCount, mapHeight: 1, mapWidth: lineLength }

export function Figure() {
  const words = pixelsWords[useFigureWords().language]
  const chosen = useCellStore({ map: 0, row: 8, column: 17 }, mapShapeOf('input'))
  const pixelMark = (): Mark[] => [{ ...chosen.getState().cell, rows: 1, columns: 1, look: 'accent' }]
  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigurePart heading={words.square} grow={1}>
          <TapMaps
            tap="input"
            hint={words.squareHint}
            paintOver={paintFrame}
            marks={pixelMark}
            follow={chosen}
            onPoint={chosen.point}
            onPick={chosen.hold}
          />
        </FigurePart>
        <FigureColumn>
          <FigurePart heading={words.bytes} grow={3} narrowHeight="14rem">
            <PixelNumbers chosen={chosen} />
          </FigurePart>
          <FigurePart heading={words.row} grow={2} narrowHeight="11rem">
            <Row chosen={chosen} />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <FigureFoot scale={false}>
        <TapLegend tap="input" />
      </FigureFoot>
    </FigureLayout>
  )
}

/** All pixels one after another; what is pointed at here is marked in the square, and the other way round. */
function Row({ chosen }: { readonly chosen: CellStore }) {
  const { language, number } = useFigureWords()
  const words = pixelsWords[language]
  return (
    <TapMaps
      tap="input"
      name={words.row}
      select={linesOf}
      shape={lines}
      mapOf={() => 0}
      siteOf={(cell) => ({ tap: 'input', ...pixelOfLineCell(cell) })}
      columns={1}
      gap={2}
      hint={words.rowHint}
      cellText={(cell, value) => {
        const pixel = pixelOfLineCell(cell)
        return words.pixel(number(indexOf(pixel) + 1), number(pixel.row + 1), number(pixel.column + 1), value)
      }}
      paintOver={paintFrame}
      marks={() => [{ ...lineCellOf(chosen.getState().cell), rows: 1, columns: 1, look: 'accent' }]}
      follow={chosen}
      onPoint={(cell) => chosen.point(cell && pixelOfLineCell(cell))}
      onPick={(cell) => chosen.hold(pixelOfLineCell(cell))}
    />
  )
}
