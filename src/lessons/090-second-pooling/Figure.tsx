import { useCellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { paintFrame } from '../../figures/paintFrame.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Mark } from '../../paint/surface.ts'
import { type Field, type FieldTap, receptiveField, sizeOfField } from '../../sums/receptiveField.ts'
import { secondPoolingWords } from './words.ts'

const onTheWay = ['conv2', 'pool1', 'conv1', 'input'] as const satisfies readonly FieldTap[]

export function Figure() {
  const { language, number } = useFigureWords()
  const words = secondPoolingWords[language]
  const chosen = useCellStore({ map: 6, row: 2, column: 4 }, mapShapeOf('pool2'))
  const cell = () => chosen.getState().cell
  const fieldIn = (layer: FieldTap): Field => receptiveField('pool2', cell(), layer).inside

  const markOf = (map: number, field: Field): Mark => ({
    map,
    row: field.top,
    column: field.left,
    ...sizeOfField(field),
    look: 'accent',
  })
  const fieldMark = () => [markOf(0, fieldIn('input'))]
  const windowMark = () => [markOf(cell().map, fieldIn('conv2'))]
  const cellMark = (): Mark[] => [{ ...cell(), rows: 1, columns: 1, look: 'accent' }]

  const place = () => words.place(number(cell().map + 1), number(cell().row + 1), number(cell().column + 1))
  const sizeAt = (layer: (typeof onTheWay)[number]) => () => {
    const { rows, columns } = sizeOfField(fieldIn(layer))
    return words.size(number(rows), number(columns))
  }
  const note = () => {
    const { rows, columns } = sizeOfField(fieldIn('input'))
    return rows < 16 || columns < 16 ? words.cut : ''
  }

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigureColumn grow={2}>
          <FigurePart heading={words.input} grow={1}>
            <TapMaps
              tap="input"
              hint={words.inputHint}
              paintOver={paintFrame}
              marks={fieldMark}
              follow={chosen}
            />
          </FigurePart>
          <Terms
            changes={chosen}
            place={place}
            terms={onTheWay.map((layer) => ({
              name: words.layers[layer],
              read: sizeAt(layer),
              isTotal: layer === 'input',
            }))}
            note={note}
          />
        </FigureColumn>
        <FigureColumn grow={5}>
          <FigurePart heading={words.before} grow={1}>
            <TapMaps tap="conv2" gap={3} hint={words.beforeHint} marks={windowMark} follow={chosen} />
          </FigurePart>
          <FigurePart heading={words.after} grow={1}>
            <TapMaps
              tap="pool2"
              gap={3}
              hint={words.afterHint}
              marks={cellMark}
              onPoint={chosen.point}
              onPick={chosen.hold}
            />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <FigureFoot>
        <TapLegend tap="pool2" />
      </FigureFoot>
    </FigureLayout>
  )
}
