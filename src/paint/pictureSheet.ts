/** A saved picture and all that belongs to it: title, where it stands in the run, legend, caption. In device pixels. */
import { type ColorTable, css, cssOf, type Palette } from './color.ts'

export type ScaleLegend = {
  readonly table: ColorTable
  /** The numbers at both ends, and at zero where it lies between them, as texts. */
  readonly low: string
  readonly zero: string
  readonly high: string
  readonly note?: string
}

export type KeyEntry = {
  readonly name: string
  readonly color: Exclude<keyof Palette, 'background' | 'rule'>
  /** A piece of a line, thin for faint curves, or a field. */
  readonly sign: 'line' | 'faint' | 'field'
}

export type SheetWords = {
  readonly title: string
  /** Lesson, step, digit. */
  readonly place: string
  /** What the picture shows at this step. */
  readonly caption: string
  /** The run: seed, backend, data. */
  readonly run: string
}

export type Sheet = {
  readonly words: SheetWords
  readonly picture: { readonly width: number; readonly height: number }
  readonly scale: ScaleLegend | null
  readonly key: readonly KeyEntry[]
}

export type SheetLook = {
  readonly palette: Palette
  readonly font: string
  readonly figuresFont: string
  /** Device pixels for one CSS pixel. */
  readonly unit: number
}

type Line = {
  readonly text: string
  readonly font: string
  readonly color: string
  readonly x: number
  /** Of the line the letters stand on. */
  readonly y: number
  readonly align: CanvasTextAlign
}
type Placed<Thing> = { readonly of: Thing; readonly x: number; readonly y: number }

export type SheetLayout = {
  readonly width: number
  readonly height: number
  readonly picture: { readonly x: number; readonly y: number }
  readonly lines: readonly Line[]
  readonly ramp: (Placed<ScaleLegend> & { readonly width: number; readonly height: number }) | null
  readonly signs: readonly Placed<KeyEntry>[]
}

/** As wide as the picture, but not so narrow that its words stand in a column. */
const leastWidth = 440

/** Where everything stands. The picture begins at a whole pixel: none of its own is between two of the sheet's. */
export function layoutSheet(
  sheet: Sheet,
  look: SheetLook,
  widthOf: (text: string, font: string) => number,
): SheetLayout {
  const { words, picture, scale, key } = sheet
  const px = (length: number) => Math.round(length * look.unit)
  const margin = px(24)
  const inner = Math.max(picture.width, px(leastWidth))
  const lines: Line[] = []
  const signs: Placed<KeyEntry>[] = []
  const ink = css(look.palette.ink)
  const muted = css(look.palette.muted)
  const fontOf = (size: number, weight: number, family = look.font) => `${weight} ${px(size)}px ${family}`
  let y = margin

  const write = (text: string, size: number, { weight = 400, color = muted, leading = 1.4 } = {}) => {
    const font = fontOf(size, weight)
    for (const part of wrapped(text, inner, (words) => widthOf(words, font))) {
      lines.push({ text: part, font, color, x: margin, y: y + px(size), align: 'left' })
      y += px(size * leading)
    }
  }
  write(words.title, 18, { weight: 700, color: ink })
  write(words.place, 14)
  y += px(12)
  const pictureAt = { x: margin, y }
  y += picture.height + px(14)

  let ramp: SheetLayout['ramp'] = null
  if (scale) {
    const width = Math.min(px(260), inner)
    const height = px(12)
    ramp = { of: scale, x: margin, y, width, height }
    const font = fontOf(13, 400, look.figuresFont)
    const below = y + height + px(16)
    const at = (text: string, x: number, align: CanvasTextAlign) =>
      lines.push({ text, font, color: ink, x, y: below, align })
    at(scale.low, margin, 'left')
    if (scale.table.zero > 0) at(scale.zero, margin + Math.round(width / 2), 'center')
    at(scale.high, margin + width, 'right')
    y = below + px(12)
    if (scale.note) write(scale.note, 13)
    y += px(4)
  }
  if (key.length > 0) {
    const font = fontOf(13, 400)
    let x = margin
    for (const entry of key) {
      const width = px(30) + Math.ceil(widthOf(entry.name, font)) + px(20)
      if (x > margin && x + width > margin + inner) {
        x = margin
        y += px(20)
      }
      signs.push({ of: entry, x, y })
      lines.push({ text: entry.name, font, color: ink, x: x + px(30), y: y + px(13), align: 'left' })
      x += width
    }
    y += px(26)
  }
  if (words.caption) write(words.caption, 13, { color: ink })
  y += px(6)
  write(words.run, 12)
  const height = y + margin - px(8)
  return { width: inner + 2 * margin, height, picture: pictureAt, lines, ramp, signs }
}

/** Paints all but the picture itself. */
export function paintSheet(
  context: CanvasRenderingContext2D,
  layout: SheetLayout,
  { palette, unit }: SheetLook,
): void {
  context.fillStyle = css(palette.background)
  context.fillRect(0, 0, layout.width, layout.height)
  if (layout.ramp) paintRamp(context, layout.ramp, css(palette.rule), Math.max(1, Math.round(unit)))
  for (const { of: entry, x, y } of layout.signs) {
    context.fillStyle = css(palette[entry.color], entry.sign === 'faint' ? 0.5 : 1)
    const thickness = { line: 3, faint: 1.5, field: 12 }[entry.sign] * unit
    context.fillRect(
      x,
      Math.round(y + 8.5 * unit - thickness / 2),
      Math.round(22 * unit),
      Math.round(thickness),
    )
  }
  context.textBaseline = 'alphabetic'
  for (const { text, font, color, x, y, align } of layout.lines) {
    context.font = font
    context.fillStyle = color
    context.textAlign = align
    context.fillText(text, x, y)
  }
}

/** One field for each colour of the scale: what a number looks like can be read off exactly. */
function paintRamp(
  context: CanvasRenderingContext2D,
  { of: { table }, x, y, width, height }: NonNullable<SheetLayout['ramp']>,
  frame: string,
  line: number,
): void {
  const count = table.pixels.length
  const edge = (i: number) => x + Math.round((width * i) / count)
  for (let i = 0; i < count; i++) {
    if (edge(i + 1) === edge(i)) continue
    context.fillStyle = cssOf(table, (i - table.zero) / (count - 1 - table.zero))
    context.fillRect(edge(i), y, edge(i + 1) - edge(i), height)
  }
  context.lineWidth = line
  context.strokeStyle = frame
  context.strokeRect(x - line / 2, y - line / 2, width + line, height + line)
}

/** A text in lines no wider than `width`; a word that is wider stands alone and reaches out. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
