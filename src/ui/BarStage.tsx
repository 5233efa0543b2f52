/** Bars that follow a source of numbers. */

import { paintBars } from '../paint/bars.ts'
import { colorTable, palettes, type ScaleKind } from '../paint/color.ts'
import type { PlaneSource } from './MapStage.tsx'
import { type Box, Stage, type StageProps, type Surface } from './Stage.tsx'

export type BarStageProps = Pick<StageProps, 'name' | 'describe' | 'height' | 'tap' | 'view'> & {
  readonly source: PlaneSource
  readonly kind: ScaleKind
  /** Fixed ends of the axis; without them the axis follows the numbers. */
  readonly range?: { readonly lowest: number; readonly highest: number }
  readonly valueOf: (value: number) => string
  readonly nameOf: (index: number) => string
  readonly marked: (values: Float32Array) => number
}

export function BarStage(props: BarStageProps) {
  return (
    <Stage
      {...props}
      layout={(box: Box) => ({ width: box.width, height: box.height })}
      paint={(surface) => paintSource(surface, props)}
      subscribe={props.source.subscribe}
    />
  )
}

function paintSource(surface: Surface, props: BarStageProps): number | null {
  const { context, width, height, ratio, theme } = surface
  const shown = props.source.read()
  if (!shown) {
    context.clearRect(0, 0, width, height)
    return null
  }
  const { values } = shown.plane
  const range = props.range ?? { lowest: Math.min(0, ...values), highest: Math.max(0, ...values) }
  const style = getComputedStyle(context.canvas)
  paintBars(
    context,
    values,
    range,
    { width, height },
    {
      table: colorTable(props.kind, theme),
      palette: palettes[theme],
      font: style.fontFamily,
      fontSize: Math.min(Number.parseFloat(style.fontSize) * ratio, (width / values.length) * 0.3),
      valueOf: props.valueOf,
      nameOf: props.nameOf,
      marked: props.marked(values),
    },
  )
  return shown.step
}
