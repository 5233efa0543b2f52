/** A few numbers as coloured cells with the numbers written in: pixels become what they are. In device pixels. */
import { type ColorTable, css, type Palette, pixelOf } from './color.ts'

export type NumberCells = {
  readonly rows: number
  readonly columns: number
  /** Row by row; null where there is no number, e.g. beyond the edge of an image. */
  readonly values: readonly (number | null)[]
  /** Index of the cell to outline, or null. */
  readonly marked: number | null
  /** Indices of cells to hatch: numbers that stand for nothing, such as the zeros of a padding. */
  readonly hatched?: readonly number[]
}

export type NumberCellsLook = {
  readonly table: ColorTable
  readonly palette: Palette
  /** The number at the end of the colour scale. */
  readonly limit: number
  readonly font: string
  readonly fontSize: number
  /** Below it numbers are left out: what nobody can read hides the colour. */
  readonly smallestFont: number
  readonly line: number
  readonly textOf: (value: number) => string
}

/** Paints the cells as squares of `side` from the top left corner. */
export function paintNumberCells(
  context: CanvasRenderingContext2D,
  cells: NumberCells,
  side: number,
  look: NumberCellsLook,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const texts = cells.values.map((value) => (value === null ? '' : look.textOf(value)))
  const size = fittingSize(context, texts, side, look)
  context.font = `${size}px ${look.font}`
  for (const [i, value] of cells.values.entries()) {
    if (value === null) continue
    const x = (i % cells.columns) * side
    const y = Math.floor(i / cells.columns) * side
    const pixel = pixelOf(look.table, value, look.limit)
    const color = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255] as const
    context.fillStyle = css(color)
    context.fillRect(x, y, side, side)
    if (cells.hatched?.includes(i)) hatch(context, { x, y, side }, look)
    if (size >= look.smallestFont) {
      context.fillStyle = css(moreDistant(color, look.palette.ink, look.palette.background))
      context.fillText(texts[i], x + side / 2, y + side / 2)
    }
    context.lineWidth = 1
    context.strokeStyle = css(look.palette.rule)
    context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1)
  }
  if (cells.marked === null) return
  context.lineWidth = look.line * 2
  context.strokeStyle = css(look.palette.accent)
  const left = (cells.marked % cells.columns) * side
  const top = Math.floor(cells.marked / cells.columns) * side
  context.strokeRect(left, top, side, side)
}

/** The size of the look, or what lets the longest text stay within its cell: a digit that is cut off is a wrong one. */
function fittingSize(
  context: CanvasRenderingContext2D,
  texts: readonly string[],
  side: number,
  { font, fontSize }: NumberCellsLook,
): number {
  context.font = `${fontSize}px ${font}`
  const longest = texts.reduce((so, text) => (text.length > so.length ? text : so), '')
  return fontSize * Math.min(1, (side * 0.92) / (context.measureText(longest).width || 1))
}

/** Thin slanted lines, close enough to be seen around the number. */
function hatch(
  context: CanvasRenderingContext2D,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
  look: NumberCellsLook,
): void {
  context.save()
  context.beginPath()
  context.rect(x, y, side, side)
  context.clip()
  context.lineWidth = 1
  context.strokeStyle = css(look.palette.muted, 0.45)
  context.beginPath()
  for (let at = 0; at < 2 * side; at += side / 4) {
    context.moveTo(x + at, y)
    context.lineTo(x + at - side, y + side)
  }
  context.stroke()
  context.restore()
}

type Rgb = readonly [number, number, number]

/** Of two text colours the one that stands out more from `color`, by WCAG's contrast ratio. */
export function moreDistant(color: Rgb, one: Rgb, other: Rgb): Rgb {
  return contrast(color, one) >= contrast(color, other) ? one : other
}

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
