/** Charts that stand on the page as SVG, painted on a canvas: with the fonts of the page, which an image of an SVG has not. */
import { css, type Palette, palettes, type Theme } from '../paint/color.ts'
import { currentTheme } from './theme.ts'

export type Drawn = { readonly theme: Theme /** Device pixels for one of CSS. */; readonly unit: number }

/** Paints all shapes and texts of `svg`, its top left corner at that of the canvas. */
export function paintDrawing(
  context: CanvasRenderingContext2D,
  svg: SVGSVGElement,
  { theme, unit }: Drawn,
): void {
  const colorOf = recoloring(theme)
  for (const element of svg.querySelectorAll<SVGGraphicsElement>('path, rect, line, text')) {
    const matrix = element.getCTM()
    if (!matrix || element.closest('defs, clipPath') || !element.checkVisibility()) continue
    const style = getComputedStyle(element)
    context.save()
    context.setTransform(new DOMMatrix([unit, 0, 0, unit, 0, 0]).multiply(matrix))
    context.lineWidth = Number.parseFloat(style.strokeWidth)
    context.setLineDash((style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number))
    const shape = shapeOf(element)
    for (const part of ['fill', 'stroke'] as const) {
      const color = paintOf(context, svg, element, colorOf(style[part]))
      if (color === null) continue
      context.globalAlpha = Number(style.opacity) * Number(style[`${part}Opacity`])
      if (part === 'fill') {
        context.fillStyle = color
        if (shape) context.fill(shape)
        else paintText(context, element, style)
      } else if (shape) {
        context.strokeStyle = color
        context.stroke(shape)
      }
    }
    context.restore()
  }
}

/** The markup of `svg`, in the colours of a theme. */
export function markupOf(svg: SVGSVGElement, { theme, unit }: Drawn): string {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copy of an element is one.')
  const colorOf = recoloring(theme)
  for (const element of copy.querySelectorAll('[fill], [stroke]'))
    for (const name of ['fill', 'stroke']) {
      const color = element.getAttribute(name)
      if (color) element.setAttribute(name, colorOf(color))
    }
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('width', String(width * unit))
  copy.setAttribute('height', String(height * unit))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  return new XMLSerializer().serializeToString(copy)
}

/** Of the page's colours those of another theme; colours that are no theme's stay. */
export function recoloring(theme: Theme): (color: string) => string {
  const from = palettes[currentTheme()]
  const names = Object.keys(from) as (keyof Palette)[] // Of a palette, by its type.
  const other = new Map(names.map((name) => [from[name].join(), css(palettes[theme][name])]))
  return (color) => {
    const channels = color.startsWith('rgb') ? (color.match(/[\d.]+/g) ?? []) : []
    const isOpaque = channels.length === 3 || Number(channels[3]) === 1
    return (isOpaque && other.get(channels.slice(0, 3).join())) || color
  }
}

function shapeOf(element: SVGGraphicsElement): Path2D | null {
  const numbers = (...names: string[]) => names.map((name) => Number(element.getAttribute(name) ?? 0))
  const shape = new Path2D(element.getAttribute('d') ?? '')
  switch (element.localName) {
    case 'text':
      return null
    case 'rect': {
      const [x, y, width, height] = numbers('x', 'y', 'width', 'height')
      shape.rect(x, y, width, height)
      return shape
    }
    case 'line': {
      const [x1, y1, x2, y2] = numbers('x1', 'y1', 'x2', 'y2')
      shape.moveTo(x1, y1)
      shape.lineTo(x2, y2)
      return shape
    }
    default:
      return shape
  }
}

/** Null: nothing is painted. A gradient runs along the box of its element, from its first to its last point. */
function paintOf(
  context: CanvasRenderingContext2D,
  svg: SVGSVGElement,
  element: SVGGraphicsElement,
  color: string,
): string | CanvasGradient | null {
  if (color === 'none') return null
  const id = /^url\("?#([^")]+)/.exec(color)?.[1]
  if (id === undefined) return color
  const gradient = svg.querySelector(`[id="${CSS.escape(id)}"]`)
  if (!(gradient instanceof SVGLinearGradientElement)) return null
  const box = element.getBBox()
  const at = (name: 'x1' | 'y1' | 'x2' | 'y2') => gradient[name].baseVal.valueInSpecifiedUnits
  const share = (value: number) => (Math.abs(value) > 1 ? value / 100 : value)
  const painted = context.createLinearGradient(
    box.x + box.width * share(at('x1')),
    box.y + box.height * share(at('y1')),
    box.x + box.width * share(at('x2')),
    box.y + box.height * share(at('y2')),
  )
  for (const stop of gradient.querySelectorAll('stop'))
    painted.addColorStop(stop.offset.baseVal, getComputedStyle(stop).stopColor)
  return painted
}

function paintText(
  context: CanvasRenderingContext2D,
  element: SVGGraphicsElement,
  style: CSSStyleDeclaration,
) {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const lines = element.querySelectorAll('tspan')
  for (const line of lines.length > 0 ? lines : [element]) {
    if (!(line instanceof SVGTextContentElement) || line.getNumberOfChars() === 0) continue
    const { x, y } = line.getStartPositionOfChar(0)
    context.textAlign = 'left'
    context.fillText(line.textContent?.trim() ?? '', x, y)
  }
}
