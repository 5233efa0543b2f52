/** The journey as one canvas: the stage large, the one before it small, and between whole positions one makes the other. */
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { useKept } from '../../figures/kept.ts'
import { kindIn, limitOf, mapShapeOf, scaleScope } from '../../figures/scale.ts'
import { siteOfCell } from '../../figures/sites.ts'
import { bothOf, type Followed } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Plane } from '../../math/plane.ts'
import { palettes } from '../../paint/color.ts'
import { cellAt, type MapCell, type MapGrid, neighbour, valueAt } from '../../paint/mapGrid.ts'
import { type Mark, paintMarks } from '../../paint/surface.ts'
import type { Frame } from '../../session/frames.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { openSum } from '../../sums/openSum.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import type { PositionStore } from '../../ui/Player.tsx'
import { type Box, type Point, Stage, type Surface } from '../../ui/Stage.tsx'
import { indexOfLargest, momentAt, type StageTap, stageAt, stages } from './explain.ts'
import styles from './Figure.module.css'
import { type Area, between, paintArrow, paintMaps, paintMoving, paintTen, placesIn } from './paint.ts'
import { overviewWords } from './words.ts'

type Pointed = { readonly tap: StageTap; readonly cell: MapCell }
/** What the last painting put where: the pointer is looked up there. */
type Picture = { readonly tap: StageTap; readonly area: Area; readonly grid: MapGrid | null }

export function Journey({ at, tap }: { readonly at: PositionStore; readonly tap: StageTap }) {
  const { frames } = useRunHandle()
  const { language, words: common, number, percent } = useFigureWords()
  const words = overviewWords[language]
  const pointed = useKept('journey/pointed', () =>
    createStore<{ readonly at: Pointed | null }>(() => ({ at: null })),
  )
  const changes = useMemo(
    () => bothOf(bothOf(frames, at), bothOf(pointed, scaleScope)),
    [frames, at, pointed],
  )
  const pictures = useRef<readonly Picture[]>([])

  const paint = (surface: Surface): number | null => {
    const { context, width, height } = surface
    context.clearRect(0, 0, width, height)
    const frame = frames.latest()
    if (!frame || stages.some((stage) => !frame.planes.has(stage.tap))) return null
    const moment = momentAt(at.getState().position)
    const { before, stage: place } = placesIn(surface)
    const paintAt = (index: number, area: Area, share = 1) =>
      paintStage(surface, frame, { index, area, share })
    if (moment.kind === 'leaving') {
      moveStage(surface, frame, { index: moment.stage, from: place, to: before, progress: moment.progress })
      pictures.current = []
      return frame.step
    }
    pictures.current = [
      paintAt(moment.stage, place, moment.kind === 'growing' ? moment.share : 1),
      ...(moment.stage > 0 ? [paintAt(moment.stage - 1, before)] : []),
    ]
    if (moment.stage > 0) paintArrow(surface, before, place)
    if (moment.kind === 'growing') markGrowing(surface, moment)
    markPointed(surface)
    return frame.step
  }

  const lookOf = (frame: Frame, tap: StageTap) => ({
    kind: kindIn(frame.planes, tap),
    shape: mapShapeOf(tap),
    limitOfMap: (map: number) => limitOf(frame.planes, tap, map, scaleScope.getState().scope),
  })
  const fontSize = ({ context, ratio }: Surface) =>
    Number.parseFloat(getComputedStyle(context.canvas).fontSize) * 0.875 * ratio
  const valueText = (tap: StageTap) => (value: number) =>
    tap === 'softmax' ? percent(value) : number(value, 2)

  function paintStage(
    surface: Surface,
    frame: Frame,
    { index, area, share }: { index: number; area: Area; share: number },
  ): Picture {
    const { tap } = stages[index]
    const plane = planeOf(frame, tap)
    const look = { ...lookOf(frame, tap), share }
    if (tap === 'fc2' || tap === 'softmax') {
      const bars = {
        ...look,
        fontSize: fontSize(surface),
        valueOf: valueText(tap),
        small: area.x === 0 && index > 0 && area.width < surface.width / 2,
      }
      return { tap, area: paintTen(surface, area, plane, bars), grid: null }
    }
    const grid = paintMaps(surface, area, plane, look)
    return { tap, area: grid, grid }
  }
  function moveStage(
    surface: Surface,
    frame: Frame,
    way: { index: number; from: Area; to: Area; progress: number },
  ) {
    const { tap } = stages[way.index]
    const plane = planeOf(frame, tap)
    if (tap === 'fc2' || tap === 'softmax') {
      paintStage(surface, frame, { ...way, area: between(way.from, way.to, way.progress), share: 1 })
    } else {
      paintMoving(surface, way, plane, { ...lookOf(frame, tap), share: 1 })
    }
  }
  /** The map that is being made, and where ReLU and pooling make it of one map, that one. */
  function markGrowing(surface: Surface, { stage, share }: { stage: number; share: number }) {
    const { tap, by } = stages[stage]
    const { mapCount } = mapShapeOf(tap)
    const map = Math.min(mapCount - 1, Math.floor(share * mapCount))
    if (mapCount === 1) return
    markMap(surface, pictures.current[0], map)
    if (by === 'relu' || by === 'pooling') markMap(surface, pictures.current[1], map)
  }
  function markMap(surface: Surface, picture: Picture | undefined, map: number) {
    if (!picture?.grid) return
    const { mapHeight, mapWidth } = picture.grid
    outline(surface, picture, { map, row: 0, column: 0, rows: mapHeight, columns: mapWidth, look: 'accent' })
  }
  function markPointed(surface: Surface) {
    const mark = pointed.getState().at
    const picture = pictures.current.find((one) => one.tap === mark?.tap)
    if (mark && picture) outline(surface, picture, { ...mark.cell, rows: 1, columns: 1, look: 'accent' })
  }
  function outline({ context, ratio, theme }: Surface, { grid, area }: Picture, mark: Mark) {
    if (!grid) return
    context.save()
    context.translate(area.x, area.y)
    paintMarks(context, grid, [mark], { palette: palettes[theme], ratio })
    context.restore()
  }

  const placeAt = ({ x, y }: Point): Pointed | null => {
    for (const { tap, area, grid } of pictures.current) {
      const [inX, inY] = [x - area.x, y - area.y]
      if (inX < 0 || inY < 0 || inX >= area.width || inY >= area.height) continue
      const cell = grid
        ? cellAt(grid, inX, inY)
        : { map: 0, row: 0, column: Math.floor((inX / area.width) * 10) }
      if (cell) return { tap, cell }
    }
    return null
  }
  const ask = (place: Pointed | null) => {
    if (place) openSum.setState({ site: siteOf(place) })
  }
  const onKey = (event: KeyboardEvent) => {
    const move = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
    const picture = pictures.current[0]
    if (event.key === 'Enter') ask(pointed.getState().at)
    if (!move || !picture) return
    event.preventDefault()
    const now = pointed.getState().at
    const cell = now?.tap === picture.tap ? now.cell : { map: 0, row: 0, column: -1 }
    const next = picture.grid
      ? cell.column < 0
        ? { map: 0, row: 0, column: 0 }
        : neighbour(picture.grid, cell, move[0], move[1])
      : { map: 0, row: 0, column: Math.max(0, Math.min(9, cell.column + (move[0] || move[1]))) }
    pointed.setState({ at: { tap: picture.tap, cell: next } })
  }
  const read = () => {
    const place = pointed.getState().at
    const plane = place && frames.latest()?.planes.get(place.tap)
    if (!place || !plane) return words.hint
    const { name } = words.stages[place.tap]
    const shape = mapShapeOf(place.tap)
    const value = valueAt(plane, shape, place.cell)
    if (place.tap === 'fc2' || place.tap === 'softmax') {
      return words.value(name, words.ofDigit(place.cell.column, valueText(place.tap)(value)))
    }
    if (place.tap === 'fc1') {
      return words.value(name, common.neuron(siteOf(place)?.map ?? 0, number(value, 3)))
    }
    const cell = place.tap === 'input' ? common.pixel : common.mapCell
    return words.value(name, cell(place.cell, number(value, 3)))
  }
  return (
    <>
      <div className={styles.stage}>
        <Stage
          name={words.journey}
          describe={() => {
            const stage = stages[stageAt(at.getState().position)]
            const frame = frames.latest()
            const says = `${words.stages[stage.tap].name}. ${words.stages[stage.tap].does}`
            if (stage.tap !== 'softmax' || !frame?.planes.has('softmax')) return says
            const { values } = planeOf(frame, 'softmax')
            const answer = indexOfLargest(values)
            return `${says} ${common.answer(answer, percent(values[answer]))}`
          }}
          layout={(box: Box) => ({ width: box.width, height: box.height })}
          paint={paint}
          subscribe={changes.subscribe}
          interactive={{
            onPoint: (to) => pointed.setState({ at: to && placeAt(to) }),
            onPress: (to) => ask(placeAt(to)),
            onKey,
            onBlur: () => pointed.setState({ at: null }),
          }}
          tap={tap}
          view="figure"
        />
      </div>
      <Readout read={read} changes={changes} />
    </>
  )
}

function Readout(props: { readonly read: () => string; readonly changes: Followed }) {
  const latest = useRef(props.read)
  latest.current = props.read
  const read = useMemo(() => () => latest.current(), [])
  return <LiveText as="p" className={styles.value} read={read} subscribe={props.changes.subscribe} />
}

function planeOf(frame: Frame, tap: StageTap): Plane {
  const plane = frame.planes.get(tap)
  if (!plane) throw new Error(`This frame has no ${tap}.`)
  return plane
}

function siteOf({ tap, cell }: Pointed) {
  return siteOfCell(tap, cell, { shape: mapShapeOf(tap), mapOf: (map) => map })
}
