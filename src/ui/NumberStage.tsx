/** A few numbers, written into coloured cells, live. */
import { colorTable, palettes, type ScaleKind } from '../paint/color.ts'
import { type NumberCells, paintNumberCells } from '../paint/numberCells.ts'
import { type Box, Stage, type StageProps, type Surface } from './Stage.tsx'

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
}

export function NumberStage(props: NumberStageProps) {
  const { rows, columns, largestCell = 64 } = props
  const sideIn = (box: Box) =>
    Math.max(1, Math.floor(Math.min(box.width / columns, box.height / rows, largestCell * box.ratio)))
  return (
    <Stage
      {...props}
      layout={(box) => ({ width: sideIn(box) * columns, height: sideIn(box) * rows })}
      paint={paint}
    />
  )

  function paint({ context, width, height, ratio, theme }: Surface): number | null {
    const shown = props.read()
    if (!shown) {
      context.clearRect(0, 0, width, height)
      return null
    }
    const side = width / columns
    const style = getComputedStyle(context.canvas)
    paintNumberCells(context, shown.cells, side, {
      table: colorTable(props.kind, theme),
      palette: palettes[theme],
      limit: shown.limit,
      font: style.getPropertyValue('--font-figures') || style.fontFamily,
      // A character of the figures' font is about 0.6 of its size wide.
      fontSize: Math.min(side * 0.5, (side * 0.84) / (0.6 * props.characters), 17 * ratio),
      line: Math.max(1, Math.round(ratio * 1.5)),
      textOf: props.textOf,
    })
    return shown.step
  }
}
