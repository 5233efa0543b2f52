import { useCellStore } from '../../figures/cellStore.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { paintFrame } from '../../figures/paintFrame.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { type Field, fieldTaps, receptiveField, sizeOfField } from '../../sums/receptiveField.ts'
import { Choice } from '../../ui/Choice.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { type SeeingTap, sameGround, tapBelow } from './explain.ts'
import { secondPoolingWords } from './words.ts'

const seeing: readonly SeeingTap[] = ['pool2', 'conv2', 'pool1', 'conv1']
/** Whatever layer is chosen, the place held fits into the largest. */
const anyMap = { ...mapShapeOf('conv1'), mapCount: mapShapeOf('conv2').mapCount }

export function Figure() {
  const { language, number } = useFigureWords()
  const words = secondPoolingWords[language]
  const [tap, setTap] = useChoice<SeeingTap>('tap', 'pool2')
  const chosen = useCellStore({ map: 6, row: 2, column: 4 }, anyMap)
  const below = tapBelow(tap)
  const shape = mapShapeOf(tap)

  const cell = (): MapCell => {
    const { map, row, column } = chosen.getState().cell
    return {
      map: Math.min(map, shape.mapCount - 1),
      row: Math.min(row, shape.mapHeight - 1),
      column: Math.min(column, shape.mapWidth - 1),
    }
  }
  const choose = (next: SeeingTap) => {
    chosen.hold(sameGround(cell(), mapShapeOf(tap), mapShapeOf(next)))
    setTap(next)
  }

  const fieldIn = (at: (typeof fieldTaps)[number]) => receptiveField(tap, cell(), at).inside
  const markOf = (map: number, { top, left, ...field }: Field): Mark => ({
    map,
    row: top,
    column: left,
    ...sizeOfField({ top, left, ...field }),
    look: 'accent',
  })
  const inputMark = () => [markOf(0, fieldIn('input'))]
  const belowMarks = () => {
    const field = fieldIn(below)
    // Pooling reads its own map, a convolution all of them.
    if (tap.startsWith('pool')) return [markOf(cell().map, field)]
    return Array.from({ length: mapShapeOf(below).mapCount }, (_, map) => markOf(map, field))
  }
  const cellMark = (): Mark[] => [{ ...cell(), rows: 1, columns: 1, look: 'accent' }]

  const place = () => {
    const { map, row, column } = cell()
    return words.place(words.layers[tap], number(map + 1), number(row + 1), number(column + 1))
  }
  const onTheWay = fieldTaps.slice(0, fieldTaps.indexOf(tap)).reverse()
  const sizeAt = (at: (typeof fieldTaps)[number]) => () => {
    const { rows, columns } = sizeOfField(fieldIn(at))
    return words.size(number(rows), number(columns))
  }
  const note = () => {
    const { whole, inside } = receptiveField(tap, cell())
    const isCut =
      sizeOfField(whole).rows > sizeOfField(inside).rows ||
      sizeOfField(whole).columns > sizeOfField(inside).columns
    return isCut ? words.cut : ''
  }

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigureColumn grow={2}>
          <FigurePart heading={words.input} look="field" grow={1} difference>
            <TapMaps
              tap="input"
              hint={words.inputHint}
              paintOver={paintFrame}
              marks={inputMark}
              follow={chosen}
            />
          </FigurePart>
          <FigurePart heading={<LiveText read={place} subscribe={chosen.subscribe} />} look="way">
            <Terms
              key={tap}
              changes={chosen}
              terms={onTheWay.map((at) => ({
                name: words.layers[at],
                read: sizeAt(at),
                isTotal: at === 'input',
              }))}
              note={note}
            />
          </FigurePart>
        </FigureColumn>
        <FigureColumn grow={5}>
          {below !== 'input' && (
            <FigurePart heading={words.before[below]} look="before" grow={6} difference>
              <TapMaps
                key={below}
                tap={below}
                gap={3}
                hint={words.beforeHint}
                marks={belowMarks}
                follow={chosen}
              />
            </FigurePart>
          )}
          <FigurePart heading={words.after[tap]} look="after" grow={5} difference>
            <TapMaps
              key={tap}
              tap={tap}
              gap={3}
              hint={words.afterHint}
              marks={cellMark}
              follow={chosen}
              onPoint={chosen.point}
              onPick={chosen.hold}
            />
          </FigurePart>
        </FigureColumn>
      </FigureRow>
      <Choice
        name={words.layer}
        look="layer"
        value={tap}
        options={seeing.map((value) => ({ value, label: words.layers[value] }))}
        onChange={choose}
      />
      <FigureFoot>
        <TapLegend tap={tap} />
      </FigureFoot>
    </FigureLayout>
  )
}
