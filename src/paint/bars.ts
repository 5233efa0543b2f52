/** Bars for a handful of numbers, each with its name below and its value above. In device pixels. */
import { type ColorTable, css, cssOf, type Palette } from './color.ts'

export type BarsLook = {
  readonly table: ColorTable
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly valueOf: (value: number) => string
  readonly nameOf: (index: number) => string
  /** The bar to draw in the accent colour, e.g. the largest; −1 for none. */
  readonly marked: number
  /** Bars with a frame around all of their height: pointed at, chosen. */
  readonly framed: readonly number[]
  /** Width of that frame. */
  readonly line: number
}

export type BarsLayout = {
  /** Left edge of bar `i` and the width of each. */
  readonly left: (index: number) => number
  readonly barWidth: number
  readonly zeroY: number
  /** Device pixels for one unit of value. */
  readonly unit: number
}

/**
 * Places bars between `lowest` ≤ 0 and `highest` ≥ 0, with a line of text above, below and, where there are
 * negative values, under the lowest bar.
 */
export function layoutBars(
  count: number,
  range: { readonly lowest: number; readonly highest: number },
  box: { readonly width: number; readonly height: number; readonly fontSize: number },
): BarsLayout {
  const pitch = box.width / count
  const barWidth = Math.max(1, Math.floor(pitch * 0.62))
  const textLine = Math.ceil(box.fontSize * 1.5)
  const below = textLine + (range.lowest < 0 ? textLine : 0)
  const room = Math.max(1, box.height - textLine - below)
  const unit = room / (range.highest - range.lowest || 1)
  const zeroY = Math.round(textLine + range.highest * unit)
  return { left: (index) => Math.round(index * pitch + (pitch - barWidth) / 2), barWidth, zeroY, unit }
}

export function paintBars(
  context: CanvasRenderingContext2D,
  values: Float32Array,
  range: { readonly lowest: number; readonly highest: number },
  box: { readonly width: number; readonly height: number },
  look: BarsLook,
): void {
  const { left, barWidth, zeroY, unit } = layoutBars(values.length, range, {
    ...box,
    fontSize: look.fontSize,
  })
  const limit = Math.max(range.highest, -range.lowest) || 1
  context.clearRect(0, 0, box.width, box.height)
  context.textAlign = 'center'
  const texts: BarText[] = []
  for (let i = 0; i < values.length; i++) {
    const length = Math.round(Math.abs(values[i]) * unit)
    const top = values[i] >= 0 ? zeroY - length : zeroY
    const middle = left(i) + barWidth / 2
    const marked = i === look.marked
    context.fillStyle = marked
      ? css(look.palette.accent)
      : cssOf(look.table, barShade(values[i], limit, look.table))
    context.fillRect(left(i), top, barWidth, Math.max(1, length))
    context.font = `${marked ? 700 : 400} ${look.fontSize}px ${look.font}`
    context.fillStyle = css(marked ? look.palette.ink : look.palette.muted)
    const text = look.valueOf(values[i])
    const half = context.measureText(text).width / 2
    if (text)
      texts.push({
        text,
        half,
        middle: within(middle, half, box.width),
        baseline: values[i] >= 0 ? top - look.fontSize * 0.4 : top + length + look.fontSize * 1.1,
        rank: marked ? Number.POSITIVE_INFINITY : length,
        font: context.font,
        color: context.fillStyle,
      })
    context.textBaseline = 'bottom'
    context.fillText(look.nameOf(i), middle, box.height)
  }
  context.textBaseline = 'alphabetic'
  for (const { text, middle, baseline, font, color } of withoutOverlaps(texts, look.fontSize)) {
    context.font = font
    context.fillStyle = color
    context.fillText(text, middle, baseline)
  }
  context.fillStyle = css(look.palette.rule)
  context.fillRect(0, zeroY, box.width, Math.max(1, Math.round(box.width / 1000)))
  context.lineWidth = look.line
  context.strokeStyle = css(look.palette.accent)
  const pitch = box.width / values.length
  for (const i of look.framed) {
    // Around the text too, where it is wider than the bar's own strip.
    const text = context.measureText(look.valueOf(values[i])).width + 4 * look.line
    const width = Math.round(Math.min(Math.max(pitch, text), box.width))
    const left = Math.round(within((i + 0.5) * pitch, width / 2, box.width) - width / 2) + look.line / 2
    context.strokeRect(left, look.line / 2, width - look.line, box.height - look.line)
  }
}

type BarText = Pick<CanvasRenderingContext2D, 'font'> & {
  readonly text: string
  readonly half: number
  readonly middle: number
  readonly baseline: number
  /** Of two texts that would lie on each other, the one with the higher rank is written. */
  readonly rank: number
  readonly color: string
}

/** The texts to write: where two would lie on each other, the longer bar keeps its number. */
export function withoutOverlaps<Text extends Pick<BarText, 'half' | 'middle' | 'baseline' | 'rank'>>(
  texts: readonly Text[],
  fontSize: number,
): readonly Text[] {
  const kept: Text[] = []
  for (const text of [...texts].sort((a, b) => b.rank - a.rank)) {
    const free = kept.every(
      (other) =>
        Math.abs(other.middle - text.middle) >= other.half + text.half ||
        Math.abs(other.baseline - text.baseline) >= fontSize,
    )
    if (free) kept.push(text)
  }
  return kept
}

/** The nearest place to `middle` at which a text that reaches `half` to both sides is not cut off. */
function within(middle: number, half: number, width: number): number {
  return Math.max(half, Math.min(width - half, middle))
}

/** Length already tells the size; the colour only tells the sign, and is never so pale that a bar gets lost. */
function barShade(value: number, limit: number, table: ColorTable): number {
  const shade = 0.35 + (0.65 * Math.abs(value)) / limit
  return value < 0 && table.zero > 0 ? -shade : shade
}
