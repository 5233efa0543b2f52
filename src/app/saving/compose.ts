/** A picture with its title, legend and run, as a file: PNG or SVG. */
import { formatOf } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import { colorTable, palettes, type Theme } from '../../paint/color.ts'
import {
  type KeyEntry,
  layoutSheet,
  paintSheet,
  type ScaleLegend,
  type Sheet,
  type SheetLook,
  type SheetWords,
} from '../../paint/pictureSheet.ts'
import { escaped, svgElement } from '../../paint/svgContext.ts'
import type { Savable, ShownScale } from '../../ui/savable.ts'
import {
  contextOf,
  fontsAround,
  ratioOf,
  type Size,
  sizeOfPicture,
  svgContextFor,
  takePixels,
  takeVectors,
} from '../../ui/takePicture.ts'
import { savingWords } from './words.ts'

export type Composition = {
  readonly savable: Savable
  readonly theme: Theme
  readonly language: Language
  readonly wordsAt: (step: number | null) => SheetWords
}
export type Composed<File> = { readonly file: File; readonly step: number | null }

/** Why there is no file, as a code for which there is a sentence. */
export class NoPicture extends Error {
  readonly code: 'tainted' | 'no-memory'
  constructor(code: NoPicture['code']) {
    super(code)
    this.code = code
  }
}

/** Wide enough for a slide, where whole multiples of up to four get there. */
export function timesFor({ width }: Size): number {
  return Math.max(1, Math.min(4, Math.ceil(wantedWidth / width)))
}
const wantedWidth = 1600

export async function pngFile(composition: Composition): Promise<Composed<Blob>> {
  const { savable, theme } = composition
  const times = timesFor(sizeOfPicture(savable))
  const { picture, step } = takePixels(savable, { theme, times })
  const canvas = document.createElement('canvas')
  const context = contextOf(canvas)
  const look = lookOf(composition, ratioOf(savable) * times)
  const layout = layoutSheet(sheetOf(composition, picture, step), look, widthIn(context))
  canvas.width = layout.width
  canvas.height = layout.height
  paintSheet(context, layout, look)
  context.imageSmoothingEnabled = false
  context.drawImage(picture, layout.picture.x, layout.picture.y)
  return { file: await blobOf(canvas), step }
}

export function svgFile(composition: Composition): Composed<string> {
  const { savable, theme, language } = composition
  const size = sizeOfPicture(savable)
  const { picture, step } = takeVectors(savable, theme, 'picture')
  const unit = ratioOf(savable)
  const look = lookOf(composition, unit)
  const sheet = sheetOf(composition, size, step)
  const widthHere = widthIn(contextOf(document.createElement('canvas')))
  const layout = layoutSheet(sheet, look, (text, font) => widthElsewhere * widthHere(text, font))
  const around = svgContextFor(savable, 'sheet')
  paintSheet(around.context, layout, look)
  const at = { x: layout.picture.x, y: layout.picture.y, ...size }
  const places = Object.fromEntries(Object.entries(at).map(([key, value]) => [key, String(value)]))
  const file = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      width: String(layout.width / unit),
      height: String(layout.height / unit),
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      role: 'img',
      lang: language,
    },
    [
      svgElement('title', {}, escaped(sheet.words.title)),
      svgElement('desc', {}, escaped([sheet.words.place, sheet.words.caption, sheet.words.run].join('\n'))),
      around.markup(),
      svgElement('svg', places, picture),
    ].join('\n'),
  )
  return { file: `<?xml version="1.0" encoding="UTF-8"?>\n${file}\n`, step }
}

/** Where the page's typeface is missing, another one takes its place, and is wider: lines must hold that too. */
const widthElsewhere = 1.2

function lookOf({ savable, theme }: Composition, unit: number): SheetLook {
  return { palette: palettes[theme], ...fontsAround(savable), unit }
}

function sheetOf(composition: Composition, picture: Size, step: number | null): Sheet {
  const { savable, wordsAt, theme, language } = composition
  const isEmpty = savable.kind === 'stage' && step === null
  const scale = savable.kind === 'stage' && !isEmpty ? savable.scale() : null
  return {
    words: wordsAt(step),
    picture: { width: picture.width, height: picture.height },
    scale: scale && legendOf(scale, theme, language),
    key: keyOf(savable, language),
  }
}

function legendOf({ kind, ends }: ShownScale, theme: Theme, language: Language): ScaleLegend {
  const { eachMap, largest } = savingWords[language]
  const { decimal } = formatOf(language)
  const zero = decimal(0, 0)
  const table = colorTable(kind, theme)
  if (!ends)
    return kind === 'signed'
      ? { table, low: '−', zero, high: '+', note: eachMap }
      : { table, low: zero, zero, high: largest, note: eachMap }
  const low = kind === 'signed' ? decimal(ends.low, 2) : zero
  return { table, low, zero, high: decimal(ends.high, 2) }
}

function keyOf(savable: Savable, language: Language): readonly KeyEntry[] {
  if (savable.kind === 'chart')
    return savable
      .chart()
      .curves.map(({ name, color, faint }) => ({ name, color, sign: faint ? 'faint' : 'line' }))
  if (savable.kind !== 'stage' || savable.key !== 'signs') return []
  const { signs } = savingWords[language]
  return [
    { name: signs.positive, color: 'positive', sign: 'field' },
    { name: signs.negative, color: 'negative', sign: 'field' },
  ]
}

function widthIn(context: CanvasRenderingContext2D) {
  return (text: string, font: string) => {
    context.font = font
    return context.measureText(text).width
  }
}

async function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve, reject) => {
    try {
      canvas.toBlob(resolve, 'image/png')
    } catch (error) {
      reject(
        error instanceof DOMException && error.name === 'SecurityError' ? new NoPicture('tainted') : error,
      )
    }
  })
  if (!blob) throw new NoPicture('no-memory')
  return blob
}
