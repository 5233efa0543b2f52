/**
 * A canvas context that writes SVG: whatever can paint on a canvas can be saved as vectors, with texts as texts. It knows
 * what our pictures use; anything else throws, and whoever saves takes the pixels instead.
 */

export type SvgTools = {
  /** The canvas whose style the painters ask for, and a context of the same fonts that measures their texts. */
  readonly canvas: HTMLCanvasElement
  readonly measuring: Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'measureText'>
  /** A PNG of pixels, or of a part of a picture, as an address that starts with `data:`. */
  readonly pngOf: (pixels: ImageData | CanvasImageSource, part?: Part) => string
  /** Set before the names of clips, so that no two in one file are the same. */
  readonly prefix: string
}
export type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What painters get, and the SVG of all that they painted. */
export type SvgContext = { readonly context: CanvasRenderingContext2D; readonly markup: () => string }

type Matrix = readonly [number, number, number, number, number, number]

const first = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  globalAlpha: 1,
  imageSmoothingEnabled: false,
  dash: [] as readonly number[],
  matrix: [1, 0, 0, 1, 0, 0] as Matrix,
  clip: null as string | null,
}

export function createSvgContext(tools: SvgTools): SvgContext {
  const written: string[] = []
  let state = { ...first }
  const kept: (typeof first)[] = []
  let path = ''
  let clips = 0

  function write(element: string, attributes: Attributes, content?: string) {
    const all = {
      ...attributes,
      transform:
        state.matrix.join() === first.matrix.join() ? null : `matrix(${state.matrix.map(short).join(' ')})`,
    }
    const tag = svgElement(element, all, content)
    // Around the element: a clip on it would move with its transform.
    written.push(state.clip ? svgElement('g', { 'clip-path': `url(#${state.clip})` }, tag) : tag)
  }
  const filled = () => paintOf('fill', state.fillStyle, state.globalAlpha)
  const stroked = () => ({
    fill: 'none',
    ...paintOf('stroke', state.strokeStyle, state.globalAlpha),
    'stroke-width': short(state.lineWidth),
    'stroke-linecap': state.lineCap === 'butt' ? null : state.lineCap,
    'stroke-linejoin': state.lineJoin === 'miter' ? null : state.lineJoin,
    'stroke-dasharray': state.dash.length > 0 ? state.dash.map(short).join(' ') : null,
  })
  const turn = (by: Matrix) => {
    state.matrix = product(state.matrix, by)
  }
  const step = (command: string, ...numbers: number[]) => {
    path += `${command}${numbers.map(short).join(' ')}`
  }
  const box = (x: number, y: number, width: number, height: number) => ({
    x: short(x),
    y: short(y),
    width: short(width),
    height: short(height),
  })
  const image = (href: string, x: number, y: number, size: { width: number; height: number }) =>
    write('image', {
      ...box(x, y, size.width, size.height),
      preserveAspectRatio: 'none',
      style: 'image-rendering:pixelated',
      'xlink:href': href,
    })

  const context = {
    canvas: tools.canvas,
    save() {
      kept.push({ ...state })
    },
    restore() {
      state = kept.pop() ?? state
    },
    translate: (x: number, y: number) => turn([1, 0, 0, 1, x, y]),
    scale: (x: number, y: number) => turn([x, 0, 0, y, 0, 0]),
    rotate: (angle: number) =>
      turn([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]),
    setLineDash(dash: readonly number[]) {
      state.dash = dash
    },
    getLineDash: () => [...state.dash],
    /** All of the canvas; a hole in what is painted has no counterpart. */
    clearRect(x: number, y: number, width: number, height: number) {
      const all = x <= 0 && y <= 0 && x + width >= tools.canvas.width && y + height >= tools.canvas.height
      if (!all) throw new Error('Only a whole picture can be cleared.')
      written.length = 0
    },
    fillRect: (x: number, y: number, width: number, height: number) =>
      write('rect', { ...box(x, y, width, height), ...filled() }),
    strokeRect: (x: number, y: number, width: number, height: number) =>
      write('rect', { ...box(x, y, width, height), ...stroked() }),
    beginPath() {
      path = ''
    },
    closePath: () => step('Z'),
    moveTo: (x: number, y: number) => step('M', x, y),
    lineTo: (x: number, y: number) => step(path === '' ? 'M' : 'L', x, y),
    quadraticCurveTo: (a: number, b: number, x: number, y: number) => step('Q', a, b, x, y),
    bezierCurveTo: (...numbers: [number, number, number, number, number, number]) => step('C', ...numbers),
    rect(x: number, y: number, width: number, height: number) {
      path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`
    },
    arc(x: number, y: number, radius: number, from: number, to: number, counter = false) {
      path += arcPath({ x, y, radius, from, to, counter }, path === '')
    },
    fill: () => write('path', { d: path, ...filled() }),
    stroke: () => write('path', { d: path, ...stroked() }),
    clip() {
      const name = `${tools.prefix}-clip-${clips++}`
      const matrix = state.matrix.map(short).join(' ')
      const shape = svgElement('path', { d: path, transform: `matrix(${matrix})` })
      written.push(
        svgElement('clipPath', { id: name, 'clip-path': state.clip ? `url(#${state.clip})` : null }, shape),
      )
      state.clip = name
    },
    measureText(text: string) {
      tools.measuring.font = state.font
      tools.measuring.textBaseline = state.textBaseline
      return tools.measuring.measureText(text)
    },
    fillText(text: string, x: number, y: number) {
      if (text === '') return
      const { size, weight, family, style } = fontOf(state.font)
      write(
        'text',
        {
          x: short(x),
          y: short(y + context.baselineBelow(text)),
          'font-family': family,
          'font-size': short(size),
          'font-weight': weight === '400' ? null : weight,
          'font-style': style,
          'text-anchor': anchors[state.textAlign] ?? null,
          'xml:space': 'preserve',
          ...filled(),
        },
        escaped(text),
      )
    },
    /** From the line that `textBaseline` names down to the one letters stand on: drawing programs know only that. */
    baselineBelow(text: string) {
      if (state.textBaseline === 'alphabetic') return 0
      const above = context.measureText(text).actualBoundingBoxAscent
      tools.measuring.textBaseline = 'alphabetic'
      return tools.measuring.measureText(text).actualBoundingBoxAscent - above
    },
    putImageData: (pixels: ImageData, x: number, y: number) => image(tools.pngOf(pixels), x, y, pixels),
    drawImage(source: CanvasImageSource & { width: number; height: number }, ...numbers: number[]) {
      if (numbers.length === 8) {
        const [x, y, width, height, toX, toY, toWidth, toHeight] = numbers
        const href = tools.pngOf(source, { x, y, width, height })
        image(href, toX, toY, { width: toWidth, height: toHeight })
      } else {
        const [x, y, width = source.width, height = source.height] = numbers
        image(tools.pngOf(source), x, y, { width, height })
      }
    },
  }
  for (const name of Object.keys(first).filter((name) => !(name in context)) as (keyof typeof first)[]) {
    Object.defineProperty(context, name, {
      get: () => state[name],
      set: (value) => Object.assign(state, { [name]: value }),
    })
  }
  Object.defineProperty(context, 'globalCompositeOperation', {
    get: () => 'source-over',
    set(value) {
      if (value !== 'source-over') throw new Error(`SVG has no ${value}.`)
    },
  })
  return {
    // It has what our painters use; a test compares both.
    context: context as unknown as CanvasRenderingContext2D,
    markup: () => written.join('\n'),
  }
}

type Attributes = Readonly<Record<string, string | null>>

/** An element of SVG; attributes that are null are left out. `content` is markup. */
export function svgElement(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(value)}"`],
  )
  return `<${name}${written.join('')}${content === undefined ? '/>' : `>${content}</${name}>`}`
}

/** A text within markup. What XML cannot hold at all is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Hundredths of a pixel are enough. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

const anchors: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' }

/** As old drawing programs read it too: a colour in hexadecimal and its opacity. */
function paintOf(attribute: 'fill' | 'stroke', style: string, alpha: number): Attributes {
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(style)?.[1]
    .match(/[\d.]+/g)
    ?.map(Number)
  if (!numbers || numbers.length < 3) return { [attribute]: style, [`${attribute}-opacity`]: opacity(alpha) }
  const hex = numbers
    .slice(0, 3)
    .map((channel) => Math.round(channel).toString(16).padStart(2, '0'))
    .join('')
  return { [attribute]: `#${hex}`, [`${attribute}-opacity`]: opacity(alpha * (numbers[3] ?? 1)) }
}

const opacity = (alpha: number) => (alpha === 1 ? null : short(alpha))

function fontOf(font: string) {
  const [, before, size, family] = /^(.*?)([\d.]+)px(?:\/\S+)?\s+(.*)$/.exec(font) ?? [
    '',
    '',
    '10',
    'sans-serif',
  ]
  return {
    size: Number(size),
    family,
    weight: /\b(\d00|bold)\b/.exec(before)?.[1] ?? '400',
    style: before.includes('italic') ? 'italic' : null,
  }
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

type Arc = { x: number; y: number; radius: number; from: number; to: number; counter: boolean }

/** An arc in two halves: a whole circle in one piece would end where it begins, and be nothing. */
function arcPath({ x, y, radius, from, to, counter }: Arc, isFirst: boolean): string {
  const at = (angle: number) =>
    `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`
  const turn = 2 * Math.PI
  const way = counter ? from - to : to - from
  const span = (way >= turn ? turn : ((way % turn) + turn) % turn) * (counter ? -1 : 1)
  const half = `A${short(radius)} ${short(radius)} 0 0 ${counter ? 0 : 1} `
  return `${isFirst ? 'M' : 'L'}${at(from)}${half}${at(from + span / 2)}${half}${at(from + span)}`
}
