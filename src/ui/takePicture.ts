/** Pictures of the page painted once more: larger, in other colours, or as SVG; the page itself stays as it is. */
import { paintChart } from '../paint/chart.ts'
import { palettes, type Theme } from '../paint/color.ts'
import { createSvgContext, svgElement } from '../paint/svgContext.ts'
import { markupOf, paintDrawing } from './drawings.ts'
import { elementOf, type Savable, type SavableChart } from './savable.ts'

export type Taken<Picture> = {
  readonly picture: Picture
  /** Null where it shows no step. */
  readonly step: number | null
}
export type Size = { readonly width: number; readonly height: number }

/** In device pixels. */
export function sizeOfPicture(savable: Savable): Size {
  if (savable.kind === 'stage') return { width: savable.canvas.width, height: savable.canvas.height }
  const ratio = ratioOf(savable)
  const { width, height } = (savable.kind === 'drawing' ? savable.svg : savable.host).getBoundingClientRect()
  return { width: Math.round(width * ratio), height: Math.round(height * ratio) }
}

export function ratioOf(savable: Savable): number {
  return savable.kind === 'stage' ? savable.ratio() : window.devicePixelRatio || 1
}

/** Of what is hidden or has no room there is no picture. */
export function isShown(savable: Savable): boolean {
  const { width, height } = sizeOfPicture(savable)
  return elementOf(savable).checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
}

/** As pixels, `times` as many each way as on the screen: whole, so that none is smoothed. */
export function takePixels(
  savable: Savable,
  { theme, times }: { readonly theme: Theme; readonly times: number },
): Taken<HTMLCanvasElement> {
  const size = sizeOfPicture(savable)
  const picture = document.createElement('canvas')
  picture.width = size.width * times
  picture.height = size.height * times
  const context = contextOf(picture)
  if (savable.kind === 'chart') {
    paintChartOn(context, savable, { ...size, theme, times })
    return { picture, step: null }
  }
  if (savable.kind === 'drawing') {
    paintDrawing(context, savable.svg, { theme, unit: ratioOf(savable) * times })
    return { picture, step: null }
  }
  // Painted where it stands: painters ask their canvas for its fonts.
  const { canvas, ratio, paint, restore } = savable
  try {
    canvas.width = picture.width
    canvas.height = picture.height
    const at = { width: canvas.width, height: canvas.height, ratio: ratio() * times, theme }
    const step = paint({ context: contextOf(canvas), ...at })
    context.drawImage(canvas, 0, 0)
    return { picture, step }
  } finally {
    restore()
  }
}

/** As markup of SVG, in device pixels from its top left corner; what has no counterpart there comes as pixels. */
export function takeVectors(savable: Savable, theme: Theme, prefix: string): Taken<string> {
  const size = sizeOfPicture(savable)
  if (savable.kind === 'drawing')
    return { picture: markupOf(savable.svg, { theme, unit: ratioOf(savable) }), step: null }
  try {
    const svg = svgContextFor(savable, prefix)
    if (savable.kind === 'chart') {
      paintChartOn(svg.context, savable, { ...size, theme, times: 1 })
      return { picture: svg.markup(), step: null }
    }
    const step = savable.paint({ context: svg.context, ...size, ratio: savable.ratio(), theme })
    return { picture: svg.markup(), step }
  } catch (error) {
    console.warn(error)
    const { picture, step } = takePixels(savable, { theme, times: 1 })
    const image = {
      width: String(size.width),
      height: String(size.height),
      style: 'image-rendering:pixelated',
      'xlink:href': picture.toDataURL(),
    }
    return { picture: svgElement('image', image), step }
  } finally {
    if (savable.kind === 'stage') savable.restore()
  }
}

export function svgContextFor(savable: Savable, prefix: string) {
  const canvas = savable.kind === 'stage' ? savable.canvas : document.createElement('canvas')
  const measuring = contextOf(document.createElement('canvas'))
  return createSvgContext({ canvas, measuring, prefix, pngOf })
}

/** The fonts of the page around a picture, for what is written beside it. */
export function fontsAround(savable: Savable) {
  const style = getComputedStyle(elementOf(savable))
  return { font: style.fontFamily, figuresFont: style.getPropertyValue('--font-figures') || style.fontFamily }
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new DOMException('canvas without context', 'InvalidStateError')
  return context
}

function paintChartOn(
  context: CanvasRenderingContext2D,
  { host, chart }: SavableChart,
  { width, height, theme, times }: Size & { readonly theme: Theme; readonly times: number },
): void {
  const style = getComputedStyle(host)
  const ratio = (window.devicePixelRatio || 1) * times
  paintChart(
    context,
    chart(),
    { width: width * times, height: height * times },
    {
      palette: palettes[theme],
      font: style.fontFamily,
      fontSize: Number.parseFloat(style.fontSize) * ratio,
      ratio,
    },
  )
}

function pngOf(source: ImageData | CanvasImageSource, part?: { x: number; y: number } & Size): string {
  const canvas = document.createElement('canvas')
  const context = contextOf(canvas)
  if (source instanceof ImageData) {
    canvas.width = source.width
    canvas.height = source.height
    context.putImageData(source, 0, 0)
  } else {
    const { width, height } = part ?? (source as HTMLCanvasElement) // Our painters draw canvases only.
    canvas.width = width
    canvas.height = height
    context.drawImage(source, part?.x ?? 0, part?.y ?? 0, width, height, 0, 0, width, height)
  }
  return canvas.toDataURL('image/png')
}
