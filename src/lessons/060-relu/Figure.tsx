import { useCallback, useMemo } from 'react'
import { type CellStore, useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { bothOf, oneMap } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { type MapCell, valueAt } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Curve } from './Curve.tsx'
import { shareOfZeros, silentMaps } from './explain.ts'
import styles from './Figure.module.css'
import { reluWords } from './words.ts'

const shape = mapShapeOf('conv1')
const single = { ...shape, mapCount: 1 }

export function Figure() {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = reluWords[language]
  const chosen = useCellStore({ map: 6, row: 11, column: 16 }, mapShapeOf('conv1'))
  const zeros = useCallback(() => {
    const after = frames.latest()?.planes.get('conv1')
    if (!after) return ''
    const silent = silentMaps(after, shape)
    return [
      words.zerosAll(percent(shareOfZeros(after), 0)),
      silent > 0 ? words.silent(number(silent), number(shape.mapCount)) : '',
    ].join('')
  }, [frames, words, number, percent])
  const cellMark = (): Mark[] => [{ ...chosen.getState().cell, rows: 1, columns: 1, look: 'accent' }]
  const mapsProps = {
    marks: cellMark,
    follow: chosen,
    onPoint: chosen.point,
    onPick: chosen.hold,
    hint: words.mapsHint,
  }
  return (
    <FigureLayout>
      <FigureRow grow={10.3}>
        <OneMap tap="conv1/pre" look="one-before" chosen={chosen} heading={words.beforeOne} />
        <OneMap tap="conv1" look="one-after" chosen={chosen} heading={words.afterOne} />
        <FigurePart heading={words.curve} look="curve" grow={1} narrowHeight="16rem">
          <Curve chosen={chosen} />
        </FigurePart>
      </FigureRow>
      <FigureRow grow={9.7}>
        <FigurePart heading={words.before} look="before" grow={1}>
          <TapMaps tap="conv1/pre" {...mapsProps} />
        </FigurePart>
        <FigurePart
          heading={words.after}
          look="after"
          aside={<LiveText className={styles.all} read={zeros} subscribe={frames.subscribe} />}
          grow={1}
        >
          <TapMaps tap="conv1" {...mapsProps} />
        </FigurePart>
      </FigureRow>
      <FigureFoot>
        <TapLegend tap="conv1/pre" />
      </FigureFoot>
    </FigureLayout>
  )
}

/** The chosen map, before or after; both show the value at the chosen place, whichever of the two is pointed at. */
function OneMap(props: {
  readonly tap: 'conv1/pre' | 'conv1'
  readonly look: string
  readonly chosen: CellStore
  readonly heading: (map: string) => string
}) {
  const { tap, chosen, heading } = props
  const { frames } = useRunHandle()
  const { words: common, number } = useFigureWords()
  const select = useCallback((plane: Plane) => oneMap(plane, chosen.getState().cell.map), [chosen])
  const name = useCallback(() => heading(number(chosen.getState().cell.map + 1)), [heading, number, chosen])
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const value = useCallback(() => {
    const { cell } = chosen.getState()
    const plane = frames.latest()?.planes.get(tap)
    return plane ? common.pixel(cell, number(valueAt(plane, shape, cell), 3)) : common.waiting
  }, [chosen, frames, tap, common, number])
  const inMap = useMemo(() => {
    const held = (cell: MapCell) => ({ ...cell, map: chosen.getState().cell.map })
    return {
      point: (cell: MapCell | null) => chosen.point(cell && held(cell)),
      hold: (cell: MapCell) => chosen.hold(held(cell)),
    }
  }, [chosen])
  return (
    <FigurePart heading={<LiveText read={name} subscribe={chosen.subscribe} />} look={props.look} grow={1}>
      <TapMaps
        tap={tap}
        shape={single}
        select={select}
        mapOf={() => chosen.getState().cell.map}
        quiet
        marks={() => [{ ...chosen.getState().cell, map: 0, rows: 1, columns: 1, look: 'accent' }]}
        follow={chosen}
        onPoint={inMap.point}
        onPick={inMap.hold}
      />
      <LiveText as="p" className={styles.value} read={value} subscribe={changes.subscribe} />
    </FigurePart>
  )
}
