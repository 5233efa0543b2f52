/** All maps of a tap, live, with legend, scale and true values: the picture most lessons are made of. */
import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Plane } from '../math/plane.ts'
import { type PlaneName, tapOf } from '../network/derivedTaps.ts'
import { largestMagnitude, type MapCell, type MapShape } from '../paint/mapGrid.ts'
import type { Mark } from '../paint/surface.ts'
import type { Frame } from '../session/frames.ts'
import { useRunHandle } from '../session/useRun.ts'
import type { Site } from '../sums/explanation.ts'
import { openSum } from '../sums/openSum.ts'
import type { Hand } from '../ui/grip.ts'
import { Legend } from '../ui/Legend.tsx'
import { MapStage, type MapStageProps } from '../ui/MapStage.tsx'
import { asking } from './asking.ts'
import { useIsDifference } from './difference.ts'
import { kindOf, limitOf, mapShapeOf, scaleScope } from './scale.ts'
import { siteOfCell } from './sites.ts'
import { sumMarksIn } from './sumMarks.ts'
import { bothOf, type Followed, useTapSource } from './tapSource.ts'
import { useFigureWords } from './useFigureWords.ts'

export type TapMapsProps = {
  readonly tap: PlaneName
  /** Name of the picture where the tap's own is not enough. */
  readonly name?: string
  readonly height?: 'fill' | number
  readonly align?: 'start' | 'center'
  readonly columns?: number
  readonly zoomStep?: number
  readonly zoomSide?: number
  readonly gap?: number
  /** Shows a part or a new arrangement of the tap; give the shape of the result, and keep the function the same. */
  readonly select?: (plane: Plane, frame: Frame) => Plane
  readonly shape?: MapShape
  /** Which map of the tap a shown map is; its scale is that map's. */
  readonly mapOf?: (shown: number) => number
  /** Text for the value pointed at; the default counts maps, rows and columns. */
  readonly cellText?: (cell: MapCell, value: string) => string
  readonly hint?: string
  /** No line for the value under this picture: the figure has one for all, fed by `onPoint`. */
  readonly quiet?: boolean
  readonly marks?: (plane: Plane) => readonly Mark[]
  readonly paintOver?: MapStageProps['paintOver']
  /** Repaint when this changes too: for marks and selections that follow another picture. */
  readonly follow?: Followed
  /** Something stands in the picture that is moved by a press; the sum of a value then opens by pressing twice, or with Enter. */
  readonly hand?: Hand
  /** What else happens when a cell is pressed, or chosen with Enter: the sum of its value opens in any case. */
  readonly onPick?: (cell: MapCell) => void
  /** The value a cell shows, where `select` moves values about; null: none that has a sum. */
  readonly siteOf?: (cell: MapCell) => Site | null
  readonly onPoint?: (cell: MapCell | null) => void
}

export function TapMaps(props: TapMapsProps) {
  const { tap, select, shape = mapShapeOf(tap), mapOf = same } = props
  const { frames } = useRunHandle()
  const { words, number } = useFigureWords()
  const { scope } = useStore(scaleScope)
  const isDifference = useIsDifference()
  const decimals = isDifference ? 4 : 3
  const asked = useStore(asking, (question) => question.tap === tap && (!select || props.mapOf !== undefined))
  const { follow } = props
  const followed = useMemo(() => (follow ? bothOf(follow, openSum) : openSum), [follow])
  const source = useTapSource(tap, select, followed)
  const siteOf = props.siteOf ?? ((cell: MapCell) => siteOfCell(tap, cell, { shape, mapOf }))
  const marks = (plane: Plane) => [
    ...(props.marks?.(plane) ?? []),
    ...(props.siteOf ? [] : sumMarksIn(tap, { shape, mapOf })),
  ]
  const pick = (cell: MapCell) => {
    props.onPick?.(cell)
    const site = siteOf(cell)
    if (site) openSum.setState({ site })
  }
  const image = shape.mapCount === 1
  const ownText = props.cellText ?? (image ? words.pixel : words.mapCell)
  const cellText = (cell: MapCell, value: string) =>
    isDifference ? words.ofDifference(ownText(cell, value)) : ownText(cell, value)
  const name = props.name ?? words.taps[tapOf(tap)]
  const limit = (map: number) => limitOf(frames.latest()?.planes ?? new Map(), tap, mapOf(map), scope)

  return (
    <MapStage
      name={name}
      describe={() => describeMaps(source.read()?.plane ?? null)}
      source={source}
      shape={shape}
      kind={isDifference ? 'signed' : kindOf(tap)}
      limitOf={(_, map) => limit(map)}
      columns={props.columns}
      zoomStep={props.zoomStep}
      zoomSide={props.zoomSide}
      gap={props.gap}
      height={props.height}
      align={props.align}
      marks={marks}
      paintOver={props.paintOver}
      tap={tap}
      view="figure"
      readout={
        props.quiet
          ? undefined
          : {
              cell: (cell, value) => cellText(cell, number(value, decimals)),
              hint: props.hint ?? (image ? words.hintImage : words.hintMaps),
            }
      }
      asked={asked}
      hand={asked ? undefined : props.hand}
      onPick={asked ? (cell) => asking.getState().answer({ ...cell, map: mapOf(cell.map) }) : pick}
      cellText={(cell, value) => cellText(cell, number(value, decimals))}
      onPoint={props.onPoint}
    />
  )

  function describeMaps(plane: Plane | null): string {
    if (!plane) return words.waiting
    const step = words.atStep(number(source.read()?.step ?? 0))
    const magnitudes = Array.from({ length: shape.mapCount }, (_, map) => largestMagnitude(plane, shape, map))
    const largest = Math.max(...magnitudes)
    const dead = magnitudes.filter((magnitude) => magnitude === 0).length
    const where = words.largest(number(largest, 3), number(magnitudes.indexOf(largest) + 1))
    return [step, where, ...(dead > 0 ? [words.deadMaps(number(dead), number(shape.mapCount))] : [])].join(
      '; ',
    )
  }
}

function same(map: number): number {
  return map
}

/** The legend that belongs to a tap's maps: colours with their numbers, for the scale in force. */
export function TapLegend(props: {
  readonly tap: PlaneName
  /** What the numbers are, where the figure does not say it; null: never a word, where two legends share a line. */
  readonly note?: string | null
}) {
  const { tap, note } = props
  const { frames } = useRunHandle()
  const { words, number } = useFigureWords()
  const { scope } = useStore(scaleScope)
  const isDifference = useIsDifference()
  const kind = isDifference ? 'signed' : kindOf(tap)
  const own = scope === 'map' ? words.eachMap : (note ?? undefined)
  const ends = useCallback(() => {
    const planes = frames.latest()?.planes
    if (!planes?.has(tap)) return { low: '', high: '' }
    if (scope === 'map')
      return { low: kind === 'signed' ? '−' : number(0), high: kind === 'signed' ? '+' : words.maximum }
    const limit = limitOf(planes, tap, 0, scope)
    // Differences can be small.
    const decimals = isDifference && limit < 0.1 ? 4 : 2
    return { low: kind === 'signed' ? number(-limit, decimals) : number(0), high: number(limit, decimals) }
  }, [frames, isDifference, kind, number, scope, tap, words])
  return (
    <Legend
      kind={kind}
      ends={ends}
      subscribe={frames.subscribe}
      name={kind === 'signed' ? words.signedLegend : words.unsignedLegend}
      note={note === null ? undefined : isDifference ? words.difference : own}
    />
  )
}
