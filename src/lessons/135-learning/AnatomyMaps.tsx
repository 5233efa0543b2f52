import { mapShapeOf } from '../../figures/scale.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { formatOf } from '../../i18n/format.ts'
import type { Plane } from '../../math/plane.ts'
import type { TapName } from '../../network/spec.ts'
import type { ScaleKind } from '../../paint/color.ts'
import { largestMagnitude, type MapCell, type MapShape } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import type { AnatomyPlane } from '../../protocol/anatomy.ts'
import type { Anatomy } from '../../session/slowMotion.ts'
import { Legend } from '../../ui/Legend.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { useAnatomySource } from './useSlowMotion.ts'
import { learningWords } from './words.ts'

export type AnatomyMapsProps = {
  readonly plane: AnatomyPlane
  readonly scale: ScaleKind
  readonly name?: string
  readonly shape?: MapShape
  readonly columns?: number
  /** Stays the same from render to render. */
  readonly select?: (plane: Plane, anatomy: Anatomy) => Plane
  /** The number at the end of the scale; the largest of the plane where left out. */
  readonly limit?: () => number
  readonly marks?: () => readonly Mark[]
  readonly onPick?: (cell: MapCell) => void
  readonly hint?: string
  /** Without a line for the value pointed at. */
  readonly bare?: boolean
}

/** All maps of a plane of the slow step, on one scale. */
export function AnatomyMaps(props: AnatomyMapsProps) {
  const { plane, scale, bare = false } = props
  const { language, words: common } = useFigureWords()
  const words = learningWords[language]
  const source = useAnatomySource(plane, props.select)
  // A gradient has the shape of what it belongs to.
  const shape = props.shape ?? mapShapeOf(plane.replace(/\/gradient$/, '') as TapName)
  const { significant } = formatOf(language)
  const limit = () => {
    if (plane === 'input') return 1
    const shown = source.read()
    return props.limit?.() ?? limitOf(shown?.plane)
  }
  const image = shape.mapCount === 1
  return (
    <MapStage
      name={props.name ?? words.planes[plane] ?? plane}
      describe={() => `${words.planes[plane] ?? plane}: ${significant(limit(), 3)}`}
      source={source}
      shape={shape}
      kind={scale}
      limitOf={limit}
      columns={props.columns}
      marks={props.marks}
      onPick={props.onPick}
      tap={plane}
      view="record"
      readout={
        bare
          ? undefined
          : {
              cell: (cell, value) => (image ? common.pixel : common.mapCell)(cell, significant(value, 3)),
              hint: props.hint ?? (image ? common.hintImage : common.hintMaps),
            }
      }
      cellText={(cell, value) => (image ? common.pixel : common.mapCell)(cell, significant(value, 3))}
    />
  )
}

/** The colours of those maps and their numbers. */
export function AnatomyLegend(props: Pick<AnatomyMapsProps, 'plane' | 'scale' | 'select'>) {
  const { plane, scale } = props
  const { language, words: common } = useFigureWords()
  const source = useAnatomySource(plane, props.select)
  const { significant } = formatOf(language)
  const ends = () => {
    const shown = source.read()
    if (!shown) return { low: '', high: '' }
    const limit = plane === 'input' ? 1 : limitOf(shown.plane)
    return {
      low: scale === 'signed' ? significant(-limit, 2) : significant(0, 1),
      high: significant(limit, 2),
    }
  }
  return (
    <Legend
      kind={scale}
      ends={ends}
      subscribe={source.subscribe}
      name={scale === 'signed' ? common.signedLegend : common.unsignedLegend}
    />
  )
}

function limitOf(plane: Plane | undefined): number {
  return (plane && largestMagnitude(plane)) || 1
}
