/** The 784 numbers on one canvas: a row that folds, piece by piece, into the square. Values and colours stay. */
import { type KeyboardEvent, useMemo } from 'react'
import { useStore } from 'zustand'
import { asking } from '../../figures/asking.ts'
import type { CellStore } from '../../figures/cellStore.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { imageSide, pixelCount } from '../../network/spec.ts'
import { colorTable, css, palettes, pixelOf } from '../../paint/color.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { openSum } from '../../sums/openSum.ts'
import type { PositionStore } from '../../ui/Player.tsx'
import { type Box, type Point, Stage, type Surface } from '../../ui/Stage.tsx'
import { foldedIndexAt, foldedPlace, indexOf, pixelAt, squareTop } from './explain.ts'
import { pixelsWords } from './words.ts'

type FoldProps = {
  readonly at: PositionStore
  readonly chosen: CellStore
  /** Share of the width for the square; the rest is for the numbers beside it. */
  readonly share: number
}

export function Fold({ at, chosen, share }: FoldProps) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = pixelsWords[language]
  const asked = useStore(asking, ({ tap }) => tap === 'input')
  const changes = useMemo(() => bothOf(bothOf(frames, at), chosen), [frames, at, chosen])
  const zoomIn = ({ width, height }: { readonly width: number; readonly height: number }) =>
    Math.max(1, Math.floor(Math.min((width * share) / imageSide, height / (imageSide + squareTop))))
  const heightOf = (box: Box) => Math.min(box.height, zoomIn(box) * (imageSide + squareTop))

  const paint = ({ context, width, height, ratio, theme }: Surface): number | null => {
    const frame = frames.latest()
    const input = frame?.planes.get('input')
    const zoom = zoomIn({ width, height })
    const line = Math.max(1, Math.round(ratio))
    context.clearRect(0, 0, width, height)
    context.lineWidth = line
    context.strokeStyle = css(palettes[theme].rule)
    const [top, side] = [squareTop * zoom, imageSide * zoom]
    context.strokeRect(line / 2, top + line / 2, side - line, side - line)
    if (!frame || !input) return null
    const { position } = at.getState()
    const table = colorTable('unsigned', theme)
    for (let index = 0; index < pixelCount; index++) {
      const { x, y } = foldedPlace(index, position)
      if (x * zoom >= width) break
      const pixel = pixelOf(table, input.values[index], 1)
      context.fillStyle = css([pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255])
      context.fillRect(Math.round(x * zoom), Math.round(y * zoom), zoom, zoom)
    }
    // Hairlines over the pixels: how far the row and the square go.
    if (position < imageSide) context.strokeRect(line / 2, line / 2, width, zoom - line)
    context.strokeRect(line / 2, top + line / 2, side - line, side - line)
    mark({ context, zoom, ratio, theme }, position)
    return frame.step
  }
  const mark = (
    on: Pick<Surface, 'context' | 'ratio' | 'theme'> & { readonly zoom: number },
    position: number,
  ) => {
    const { context, zoom, ratio, theme } = on
    const { x, y } = foldedPlace(indexOf(chosen.getState().cell), position)
    const line = Math.max(1, Math.round(2 * ratio))
    for (const [width, color] of [
      [line * 2, palettes[theme].background],
      [line, palettes[theme].accent],
    ] as const) {
      context.lineWidth = width
      context.strokeStyle = css(color)
      const left = Math.max(line / 2, Math.round(x * zoom) - line / 2)
      const top = Math.max(line / 2, Math.round(y * zoom) - line / 2)
      context.strokeRect(left, top, zoom + line / 2, zoom + line / 2)
    }
  }
  let zoom = 1
  const indexUnder = ({ x, y }: Point) => foldedIndexAt(x / zoom, y / zoom, at.getState().position)
  const point = (to: Point | null) => {
    const index = to && indexUnder(to)
    chosen.point(index === null ? null : pixelAt(index))
  }
  const press = (index: number) => {
    if (asked) return asking.getState().answer(pixelAt(index))
    chosen.hold(pixelAt(index))
    openSum.setState({ site: { tap: 'input', ...pixelAt(index) } })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') press(indexOf(chosen.getState().cell))
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: imageSide, ArrowUp: -imageSide }[event.key]
    if (!by) return
    event.preventDefault()
    const next = indexOf(chosen.getState().cell) + by
    if (next >= 0 && next < pixelCount) chosen.hold(pixelAt(next))
  }
  return (
    <Stage
      name={words.foldName}
      describe={() => words.folded(number(Math.floor(at.getState().position)))}
      layout={(box) => ({ width: box.width, height: heightOf(box) })}
      paint={(surface) => {
        zoom = zoomIn(surface)
        return paint(surface)
      }}
      subscribe={changes.subscribe}
      interactive={{
        onPoint: point,
        onPress: (to) => {
          const index = indexUnder(to)
          if (index !== null) press(index)
        },
        onKey,
      }}
      tap="input"
      view="figure"
      asked={asked}
    />
  )
}
