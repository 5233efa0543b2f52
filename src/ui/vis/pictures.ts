/** Pictures by tfjs-vis, in a chunk of their own: Vega under them is three times as large as a lesson. */
import { barchart } from '@tensorflow/tfjs-vis/dist/render/barchart'
import { confusionMatrix } from '@tensorflow/tfjs-vis/dist/render/confusion_matrix'
import { table } from '@tensorflow/tfjs-vis/dist/render/table'
import { colorTable, css, palettes, pixelOf } from '../../paint/color.ts'
import { currentTheme } from '../theme.ts'

/** A bar for each of a few numbered things: shares 0…1, each under its number; NaN has no bar. */
export type ShareBars = {
  readonly kind: 'bars'
  readonly shares: readonly { readonly index: number; readonly share: number }[]
  readonly xName: string
  /** Of the axis that goes from 0 to 100 percent. */
  readonly yName: string
}

/** Counts in rows and columns that have the same names; shaded by their number off the diagonal. */
export type Counts = {
  readonly kind: 'counts'
  readonly rows: readonly (readonly number[])[]
  readonly names: readonly string[]
  readonly xName: string
  readonly yName: string
}

/** Texts in rows and columns, without markup. */
export type Table = {
  readonly kind: 'table'
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type Picture = ShareBars | Counts | Table

/** tfjs-vis keeps every element it ever drew into: they are used again, so that their number does not grow. */
const idle: HTMLElement[] = []

/** So that tfjs-vis draws anew: with the options of last time it would write into a picture that may be freed. */
let drawingCount = 0

/** A picture that fills `host`: `show` draws as often as wanted, `free` takes it away. */
export function createPictures(host: HTMLElement) {
  const element = idle.pop() ?? document.createElement('div')
  host.prepend(element)
  let waiting: Picture | null = null
  let drawing: Promise<void> | null = null

  // One drawing at a time: two at once would both leave a picture.
  async function drawAll() {
    while (waiting) {
      const picture = waiting
      waiting = null
      await draw(element, picture, host).catch(console.error)
    }
    drawing = null
  }

  return {
    show(picture: Picture) {
      waiting = picture
      drawing ??= drawAll()
    },
    async free() {
      waiting = null
      element.remove()
      await drawing
      element.dispatchEvent(new Event('release'))
      element.replaceChildren()
      idle.push(element)
    },
  }
}

async function draw(element: HTMLElement, picture: Picture, host: HTMLElement): Promise<void> {
  const size = {
    width: Math.max(80, host.clientWidth),
    height: Math.max(80, host.clientHeight),
    fontSize: Number.parseFloat(getComputedStyle(host).fontSize),
  }
  const palette = palettes[currentTheme()]
  delete element.dataset.highest
  // Cells are told by the buttons over them.
  element.ariaHidden = picture.kind === 'counts' ? 'true' : null
  switch (picture.kind) {
    case 'bars':
      element.dataset.highest = '100'
      await barchart(element, pointsOf(picture), {
        ...{ xLabel: picture.xName, yLabel: picture.yName, color: css(palette.accent) },
        ...{ ...size, drawing: ++drawingCount },
      })
      break
    case 'counts':
      await confusionMatrix(
        element,
        { values: picture.rows.map((row) => [...row]), tickLabels: [...picture.names] },
        {
          ...{ xLabel: picture.xName, yLabel: picture.yName, shadeDiagonal: false, ...size },
          // Numbers stay readable on the darkest.
          colorMap: [hexOf(0), hexOf(darkestShade)],
        },
      )
      break
    case 'table':
      table(element, {
        headers: picture.headers.map(escaped),
        values: picture.rows.map((row) => row.map(escaped)),
      })
      break
    default:
      picture satisfies never
  }
}

/** In percent with one decimal: tfjs-vis shows these numbers under the pointer as they are. */
function pointsOf({ shares }: ShareBars) {
  return shares
    .filter(({ share }) => !Number.isNaN(share))
    .map(({ index, share }) => ({ index, value: Math.round(share * 1000) / 10 }))
}

const darkestShade = 0.4

/** A shade of ink, as those write it who mix colours from strings. */
function hexOf(shade: number): string {
  const pixel = pixelOf(colorTable('unsigned', currentTheme()), shade, 1)
  const bytes = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255]
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** tfjs-vis writes its cells as HTML. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
