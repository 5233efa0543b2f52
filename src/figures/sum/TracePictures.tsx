/** The digit with what each pixel contributes, and the pooled maps that contribute most. */
import type { StoreApi } from 'zustand/vanilla'
import type { Plane } from '../../math/plane.ts'
import { largestMagnitude, type MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { receptiveField, sizeOfField } from '../../sums/receptiveField.ts'
import { Legend } from '../../ui/Legend.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { paintFrame } from '../paintFrame.ts'
import { mapShapeOf } from '../scale.ts'
import type { Followed } from '../tapSource.ts'
import styles from './SumPanel.module.css'
import type { Reading } from './Trace.tsx'
import { onlyMaps, strongestMaps, traceTap } from './traceOf.ts'
import { goDeeper } from './trail.ts'
import { useTraceWords } from './useTraceWords.ts'

const shownMaps = 4
type PooledTap = 'pool1' | 'pool2'

/** In places of the tap. */
export type PointedCell = { readonly tap: PooledTap | 'input'; readonly cell: MapCell } | null

type PicturesProps = {
  readonly reading: Reading
  readonly pointed: StoreApi<{ readonly at: PointedCell }>
  /** Of the frames and of `pointed`. */
  readonly changes: Followed
}

export function TracePictures({ reading, pointed, changes }: PicturesProps) {
  const { words, number, print } = useTraceWords()
  const { trace, read } = reading
  const plane = (tap: PooledTap | 'input') => read()?.planes.get(traceTap(trace, tap)) ?? null
  const limit = () => {
    const pixels = plane('input')
    return pixels ? largestMagnitude(pixels) : 0
  }
  const fieldMark = (): Mark[] => {
    const pooled = plane('pool2')
    const { at } = pointed.getState()
    if (at?.tap === 'input' || !pooled) return []
    const { tap, cell } = at ?? { tap: 'pool2' as const, cell: strongestCell(pooled) }
    const { inside } = receptiveField(tap, cell)
    return [{ map: 0, row: inside.top, column: inside.left, ...sizeOfField(inside), look: 'ink' }]
  }
  const readout = () => {
    const { at } = pointed.getState()
    const values = at && plane(at.tap)
    if (!at || !values) return words.hint
    const { map, row, column } = at.cell
    const value = print(valueOfCell(values, at.cell))
    return at.tap === 'input'
      ? words.pixelAt(number(row + 1), number(column + 1), value)
      : words.cellAt(number(map + 1), number(row + 1), number(column + 1), value)
  }
  return (
    <>
      <div className={styles.trace}>
        <div className={styles.digit}>
          <h3 className={styles.heading}>{words.digit}</h3>
          <MapStage
            name={words.digitName}
            describe={() => words.legend}
            source={{
              read: () => {
                const values = plane('input')
                return values && { plane: values, step: read()?.step ?? 0 }
              },
              subscribe: changes.subscribe,
            }}
            shape={mapShapeOf('input')}
            kind="signed"
            limitOf={limit}
            paintOver={paintFrame}
            marks={fieldMark}
            view="figure"
            onPoint={(cell) => pointed.setState({ at: cell && { tap: 'input', cell } })}
            onPick={({ row, column }) => goDeeper({ tap: 'input', map: 0, row, column })}
          />
          <Legend
            kind="signed"
            name={words.legend}
            ends={() => ({ low: number(-limit(), 2), high: number(limit(), 2) })}
            subscribe={changes.subscribe}
          />
        </div>
        <div className={styles.tops}>
          <TopMaps tap="pool2" reading={reading} pointed={pointed} changes={changes} />
          <TopMaps tap="pool1" reading={reading} pointed={pointed} changes={changes} />
        </div>
      </div>
      <LiveText as="p" className={styles.readout} read={readout} subscribe={changes.subscribe} />
    </>
  )
}

function TopMaps({ tap, reading, pointed, changes }: PicturesProps & { readonly tap: PooledTap }) {
  const { words, number, print } = useTraceWords()
  const { trace, read } = reading
  const plane = () => read()?.planes.get(traceTap(trace, tap)) ?? null
  const top = () => {
    const values = plane()
    return values ? strongestMaps(values, shownMaps) : []
  }
  const placeOf = (cell: MapCell): MapCell => ({ ...cell, map: top()[cell.map]?.map ?? 0 })
  const sums = () =>
    top()
      .map(({ map, sum }) => words.map(number(map + 1), print(sum)))
      .join('; ')
  const whole = mapShapeOf(tap)
  return (
    <div className={styles.top}>
      <h3 className={styles.heading}>{words[tap]}</h3>
      <MapStage
        name={words[tap]}
        describe={sums}
        source={{
          read: () => {
            const values = plane()
            const maps = top().map(({ map }) => map)
            return values && { plane: onlyMaps(values, maps), step: read()?.step ?? 0 }
          },
          subscribe: changes.subscribe,
        }}
        shape={{ ...whole, mapCount: shownMaps }}
        kind="signed"
        limitOf={(values: Plane) => largestMagnitude(values)}
        columns={shownMaps}
        paintOver={paintFrame}
        view="figure"
        onPoint={(cell) => pointed.setState({ at: cell && { tap, cell: placeOf(cell) } })}
        onPick={(cell) => goDeeper({ tap, ...placeOf(cell) })}
      />
      <LiveText as="p" className={styles.note} read={sums} subscribe={reading.subscribe} />
    </div>
  )
}

/** The cell that speaks loudest, for or against. */
function strongestCell(plane: Plane): MapCell {
  const [, width, mapCount] = plane.shape
  const at = plane.values.reduce(
    (best, value, index, all) => (Math.abs(value) > Math.abs(all[best]) ? index : best),
    0,
  )
  const place = Math.floor(at / mapCount)
  return { map: at % mapCount, row: Math.floor(place / width), column: place % width }
}

function valueOfCell({ shape, values }: Plane, { map, row, column }: MapCell): number {
  const [, width, mapCount] = shape
  return values[(row * width + column) * mapCount + map]
}
