/** A few numbers, written into coloured cells, live. */
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { colorTable, palettes, type ScaleKind } from '../paint/color.ts'
import { type NumberCells, paintNumberCells } from '../paint/numberCells.ts'
import { fontsOf } from './fonts.ts'
import { type Box, type Point, Stage, type StageProps, type Surface } from './Stage.tsx'
import type { ShownScale } from './savable.ts'

export type NumberStageProps = Pick<
  StageProps,
  'name' | 'describe' | 'height' | 'align' | 'tap' | 'view' | 'subscribe'
> & {
  readonly rows: number
  readonly columns: number
  readonly kind: ScaleKind
  /** What to show now, with the step it belongs to; null while there is nothing. */
  readonly read: () => { readonly cells: NumberCells; readonly limit: number; readonly step: number } | null
  readonly textOf: (value: number) => string
  /** Cells get no larger than this, in CSS pixels. */
  readonly largestCell?: number
  /** The number of characters a cell must hold. */
  readonly characters: number
  /** Cells can be pointed at by pointer or arrow keys, and pressed. `pointed` is kept by the caller, who repaints. */
  readonly touch?: {
    readonly pointed: () => number | null
    readonly onPoint: (index: number | null) => void
    readonly onPick: (index: number) => void
  }
}

function scaleOf({ kind, read }: NumberStageProps): ShownScale {
  const limit = read()?.limit
  return { kind, ends: limit === undefined ? null : { low: kind === 'signed' ? -limit : 0, high: limit } }
}

export function NumberStage(props: NumberStageProps) {
  const { rows, columns, largestCell = 64 } = props
  const width = useRef(columns)
  const latest = useRef(props)
  latest.current = props
  const legend = useMemo(() => ({ scale: () => scaleOf(latest.current) }), [])
  const sideIn = (box: Box) =>
    Math.max(1, Math.floor(Math.min(box.width / columns, box.height / rows, largestCell * box.ratio)))
  return (
    <Stage
      {...props}
      layout={(box) => {
        width.current = sideIn(box) * columns
        return { width: width.current, height: sideIn(box) * rows }
      }}
      paint={paint}
      legend={legend}
      interactive={props.touch && interactive(props.touch)}
    />
  )

  function interactive({ pointed, onPoint, onPick }: NonNullable<NumberStageProps['touch']>) {
    const cellAt = ({ x, y }: Point) => {
      const side = width.current / columns
      const column = Math.floor(x / side)
      const row = Math.floor(y / side)
      return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : null
    }
    return {
      onPoint: (at: Point | null) => onPoint(at && cellAt(at)),
      onPress: (at: Point) => {
        const index = cellAt(at)
        if (index !== null) onPick(index)
      },
      onBlur: () => onPoint(null),
      onKey: (event: KeyboardEvent) => {
        const at = pointed()
        const move = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[
          event.key
        ]
        if (move) {
          event.preventDefault()
          const column = (at ?? 0) % columns
          const row = Math.floor((at ?? 0) / columns)
          const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
          onPoint(at === null ? 0 : within(row + move[1], rows) * columns + within(column + move[0], columns))
        } else if (event.key === 'Enter' && at !== null) {
          onPick(at)
        }
      },
    }
  }

  function paint({ context, width, height, ratio, theme }: Surface): number | null {
    const shown = props.read()
    if (!shown) {
      context.clearRect(0, 0, width, height)
      return null
    }
    const side = width / columns
    paintNumberCells(context, shown.cells, side, {
      table: colorTable(props.kind, theme),
      palette: palettes[theme],
      limit: shown.limit,
      font: fontsOf(context.canvas).figures,
      // A character of the figures' font is about 0.6 of its size wide.
      fontSize: Math.min(side * 0.5, (side * 0.9) / (0.6 * props.characters), 17 * ratio),
      smallestFont: 7.5 * ratio,
      line: Math.max(1, Math.round(ratio * 1.5)),
      textOf: props.textOf,
    })
    return shown.step
  }
}
