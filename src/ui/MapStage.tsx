/** A grid of maps with true values under the pointer, by mouse, finger or arrow keys. */
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import type { Plane } from '../math/plane.ts'
import { colorTable, palettes, type ScaleKind } from '../paint/color.ts'
import {
  cellAt,
  layoutMapGrid,
  type MapCell,
  type MapGrid,
  type MapShape,
  mapOrigin,
  nearestCell,
  neighbour,
  timesLarger,
  valueAt,
} from '../paint/mapGrid.ts'
import { type Mark, paintMarks, paintOutlines } from '../paint/surface.ts'
import { gripOf, type Hand } from './grip.ts'
import { createKeptPicture } from './keptPicture.ts'
import styles from './MapStage.module.css'
import type { Readable, Reading } from './readable.ts'
import { writeReadout } from './readout.ts'
import { type Box, Stage, type StageProps, type Surface } from './Stage.tsx'
import type { ShownScale } from './savable.ts'
import { type Twin, type Twins, useTwins } from './twins.ts'

/** Where a picture's numbers come from: the newest plane, and a call when there is a newer one. */
export type PlaneSource = {
  readonly read: () => { readonly plane: Plane; readonly step: number } | null
  readonly subscribe: (changed: () => void) => () => void
}

export type MapStageProps = Pick<
  StageProps,
  'name' | 'describe' | 'height' | 'align' | 'tap' | 'view' | 'asked'
> & {
  readonly source: PlaneSource
  readonly shape: MapShape
  readonly kind: ScaleKind
  /** The number at the end of the scale of a map. */
  readonly limitOf: (plane: Plane, map: number) => number
  readonly columns?: number
  /** Zooms are multiples of this, so that a map half as large can cover the same area. */
  readonly zoomStep?: number
  /** Zooms as if a map had so many rows and columns: a picture beside a larger one shows values as large. */
  readonly zoomSide?: number
  /** Device-independent pixels between maps. */
  readonly gap?: number
  /** What else to outline at this moment. */
  readonly marks?: (plane: Plane) => readonly Mark[]
  /** Drawn on top of the maps and below the marks: grid lines, dots, labels. */
  readonly paintOver?: (surface: Surface, grid: MapGrid, plane: Plane) => void
  /** What pointer and arrow keys choose: single values, or maps as wholes (their first cell is reported). */
  readonly unit?: 'value' | 'map'
  /** The sentence under the picture for a cell (in a comparison one line says it for all); without it, `onPoint` and `onPick` the picture cannot be touched. */
  readonly readout?: { readonly cell: (cell: MapCell, value: number) => string; readonly hint: string }
  /** What the lens says of a cell, where that is not the sentence under the picture. */
  readonly cellText?: (cell: MapCell, value: number) => string
  /** Something stands in the picture that can be moved. */
  readonly hand?: Hand
  /** A cell was pressed, or chosen with Enter; with a `hand`, pressed twice: once moves what it holds. */
  readonly onPick?: (cell: MapCell) => void
  /** The cell pointed at changed. */
  readonly onPoint?: (cell: MapCell | null) => void
}

export function MapStage(props: MapStageProps) {
  const latest = useRef(props)
  latest.current = props
  const { source } = props
  const outputRef = useRef<HTMLOutputElement>(null)
  const twinsRef = useRef<Twins | null>(null)
  const painter = useMemo(() => createMapPainter(latest, outputRef, twinsRef), [])
  twinsRef.current = useTwins(`${props.tap ?? ''} ${props.name}`, painter.twin)
  const subscribe = useCallback(
    (repaint: () => void) => {
      painter.laysOut(repaint)
      return source.subscribe(repaint)
    },
    [painter, source],
  )
  const { readout } = props
  return (
    <>
      <Stage
        {...props}
        layout={painter.layout}
        paint={painter.paint}
        subscribe={subscribe}
        readable={painter.readable}
        legend={painter.legend}
        interactive={
          (readout ?? props.onPoint ?? props.onPick ?? props.hand) && {
            ...painter.interactive,
            ...(props.hand?.drags && { onDrag: painter.onDrag }),
          }
        }
      />
      {readout && !twinsRef.current && (
        <output ref={outputRef} className={styles.readout}>
          {readout.hint}
        </output>
      )}
    </>
  )
}

type Ref<T> = { readonly current: T }

/** What must survive from frame to frame without React: the grid, its pixels and the cell pointed at. */
function createMapPainter(
  props: Ref<MapStageProps>,
  output: Ref<HTMLOutputElement | null>,
  twins: Ref<Twins | null>,
) {
  let grid: MapGrid | null = null
  let laidOut = ''
  let own: Box | null = null
  let layOut = () => {}
  const picture = createKeptPicture()
  let surface: Surface | null = null
  let pointed: MapCell | null = null
  let moved = false
  /** From where what is dragged stands to where the hand holds it. */
  let grip = { rows: 0, columns: 0 }

  const layout = (box: Box) => {
    const { shape, columns, zoomStep, zoomSide, gap = 4 } = props.current
    const changed = own?.width !== box.width || own.height !== box.height
    own = box
    if (changed) queueMicrotask(() => twins.current?.renew())
    const other = twins.current?.room() ?? box
    const [wide, high] = [Math.min(box.width, other.width), Math.min(box.height, other.height)]
    const room = JSON.stringify([shape, columns, zoomSide, gap, wide, high, box.ratio])
    const share = zoomSide ? shape.mapWidth / zoomSide : 1
    const { width, height } = { width: wide * share, height: high * share }
    if (!grid || room !== laidOut)
      grid = layoutMapGrid(shape, { width, height, gap: Math.round(gap * box.ratio), columns, zoomStep })
    laidOut = room
    return grid
  }
  const paint = (target: Surface): number | null => {
    surface = target
    const { source, kind, marks } = props.current
    const shown = source.read()
    // On paper it may be larger than on the screen.
    const shownGrid = grid && timesLarger(grid, target.width / grid.width)
    if (!shownGrid || !shown) {
      target.context.clearRect(0, 0, target.width, target.height)
      // Nothing to show yet: the empty places show how the network is built while it gets ready.
      if (shownGrid)
        paintOutlines(target.context, shownGrid, { palette: palettes[target.theme], ratio: target.ratio })
      return null
    }
    const pixels = picture.filled(shown.plane, shownGrid, {
      table: colorTable(kind, target.theme),
      limitOfMap: (map) => limitWithTwin(shown.plane, map),
    })
    target.context.putImageData(pixels, 0, 0)
    props.current.paintOver?.(target, shownGrid, shown.plane)
    const wholeMap = props.current.unit === 'map'
    const size = { rows: wholeMap ? shownGrid.mapHeight : 1, columns: wholeMap ? shownGrid.mapWidth : 1 }
    const pointer: Mark[] = pointed ? [{ ...pointed, ...size, look: 'accent' }] : []
    paintMarks(target.context, shownGrid, [...(marks?.(shown.plane) ?? []), ...pointer], {
      palette: palettes[target.theme],
      ratio: target.ratio,
    })
    tell(shown.plane)
    return shown.step
  }
  /** In a comparison the scale reaches as far as both need. */
  const limitWithTwin = (plane: Plane, map: number) =>
    Math.max(props.current.limitOf(plane, map), twins.current?.reach(map)?.highest ?? 0)
  /** The same number at the end for all maps, or none for the legend. */
  const scale = (): ShownScale => {
    const { source, kind, shape } = props.current
    const plane = source.read()?.plane
    if (!plane) return { kind, ends: null }
    const high = limitWithTwin(plane, 0)
    const isSame = Array.from({ length: shape.mapCount }, (_, map) => limitWithTwin(plane, map)).every(
      (limit) => limit === high,
    )
    return { kind, ends: isSame ? { low: kind === 'signed' ? -high : 0, high } : null }
  }
  const tell = (plane: Plane) => {
    const { readout, shape } = props.current
    if (!output.current || !readout) return
    const text = pointed ? readout.cell(pointed, valueAt(plane, shape, pointed)) : readout.hint
    writeReadout(output.current, text, { moved })
  }
  const unitOf = (cell: MapCell | null) =>
    cell && props.current.unit === 'map' ? { map: cell.map, row: 0, column: 0 } : cell
  const mark = (cell: MapCell | null, { heard }: { heard: boolean }) => {
    pointed = cell
    moved = heard
    if (surface) paint(surface)
    moved = false
  }
  const point = (to: MapCell | null) => {
    const cell = unitOf(to)
    if (cell?.map === pointed?.map && cell?.row === pointed?.row && cell?.column === pointed?.column) return
    props.current.onPoint?.(cell)
    mark(cell, { heard: true })
    twins.current?.point(cell)
  }
  const twin: Twin = {
    mark: (cell) => mark(cell, { heard: false }),
    read(cell) {
      const { source, shape } = props.current
      const text = props.current.cellText ?? props.current.readout?.cell
      const shown = source.read()
      if (!shown || !text) return null
      const value = valueAt(shown.plane, shape, cell)
      return { text: text(cell, value), value }
    },
    reach(map) {
      const plane = props.current.source.read()?.plane
      const limit = plane ? props.current.limitOf(plane, map) : 0
      return { lowest: -limit, highest: limit }
    },
    repaint: () => layOut(),
    room: () => own,
  }
  const onKey = (event: KeyboardEvent) => {
    const move = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
    if (!grid) return
    if (move) {
      event.preventDefault()
      const { hand, unit } = props.current
      const stride = hand?.stride ?? 1
      const [wide, high] = unit === 'map' ? [grid.mapWidth, grid.mapHeight] : [stride, stride]
      const first = { map: 0, row: 0, column: 0 }
      const from = hand ? hand.at() : pointed
      const to = from ? neighbour(grid, from, move[0] * wide, move[1] * high) : first
      hand?.move(to)
      point(hand ? hand.at() : to)
    } else if (event.key === 'Enter' && pointed) {
      props.current.onPick?.(pointed)
    } else if (event.key === 'Escape') {
      point(null)
    }
  }
  const onDrag = (at: { x: number; y: number }, { first }: { first: boolean }) => {
    const { hand } = props.current
    if (!grid || !hand?.drags) return
    const stands = hand.at()
    const cell = nearestCell(grid, first ? (cellAt(grid, at.x, at.y)?.map ?? stands.map) : stands.map, at)
    if (first) grip = gripOf(cell, stands, hand.drags.reach)
    hand.move({ ...cell, row: cell.row - grip.rows, column: cell.column - grip.columns })
  }
  const reading = (cell: MapCell | null): Reading | null => {
    const { source, shape, readout, unit } = props.current
    const text = props.current.cellText ?? readout?.cell
    const shown = source.read()
    if (!grid || !cell || !shown || !text) return null
    const { x, y } = mapOrigin(grid, cell.map)
    const { zoom } = grid
    const [columns, rows] = unit === 'map' ? [grid.mapWidth, grid.mapHeight] : [1, 1]
    return {
      text: text(cell, valueAt(shown.plane, shape, cell)),
      box: { x: x + cell.column * zoom, y: y + cell.row * zoom, width: columns * zoom, height: rows * zoom },
    }
  }
  const readable: Readable = {
    at: ({ x, y }) => reading(grid && unitOf(cellAt(grid, x, y))),
    pointed: () => reading(pointed),
    values: picture.latest,
  }
  return {
    layout,
    laysOut(repaint: () => void) {
      layOut = repaint
    },
    paint,
    twin,
    readable,
    legend: { scale },
    onDrag,
    interactive: {
      onPoint: (at: { x: number; y: number } | null) => point(at && grid ? cellAt(grid, at.x, at.y) : null),
      onPress: (at: { x: number; y: number }) => {
        const cell = grid && unitOf(cellAt(grid, at.x, at.y))
        const { hand, onPick } = props.current
        if (!cell || hand?.drags) return
        if (hand) hand.move(cell)
        else onPick?.(cell)
      },
      onDoublePress: (at: { x: number; y: number }) => {
        const cell = grid && unitOf(cellAt(grid, at.x, at.y))
        if (cell && props.current.hand) props.current.onPick?.(cell)
      },
      onKey,
      onBlur: () => point(null),
    },
  }
}
