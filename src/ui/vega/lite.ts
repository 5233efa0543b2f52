/**
 * Vega-Lite as far as tfjs-vis speaks it – bars, cells and text over two axes – turned into Vega. The whole compiler is
 * as large as the page; the tests hold what this one writes against it, picture by picture.
 */
import type { Axis, Config, Data, Encode, Mark, Scale, Spec } from 'vega'

type Value = string | number | boolean
export type Row = Readonly<Record<string, Value>>

export type PlaceChannel = {
  readonly field: string
  readonly type: 'ordinal' | 'quantitative'
  readonly title?: string
  readonly axis?: { readonly title: string } | null
  readonly scale?: { readonly domain?: readonly string[] }
}
type FieldChannel = { readonly field: string; readonly type: string; readonly title?: string }
type ColorChannel =
  | { readonly value: string }
  | (FieldChannel & { readonly scale: { readonly range: readonly string[] } })

type Encoding = {
  readonly x?: PlaceChannel
  readonly y?: PlaceChannel
  readonly color?: ColorChannel
  readonly text?: FieldChannel
  readonly tooltip?: readonly FieldChannel[]
}
type LiteMark = {
  readonly type: 'bar' | 'rect' | 'text'
  readonly tooltip?: boolean
  readonly fill?: string
  readonly baseline?: 'middle'
}
export type LiteLayer = {
  readonly mark: LiteMark
  readonly encoding: Encoding
  readonly transform?: readonly { readonly filter: string }[]
}
export type LiteSpec = {
  readonly width: number
  readonly height: number
  readonly padding: number
  readonly autosize: Spec['autosize']
  readonly config: Readonly<Record<'axis' | 'text', object>>
  readonly data: { readonly values: readonly Row[] }
} & (LiteLayer | { readonly encoding: Encoding; readonly layer: readonly LiteLayer[] })

export type Look = {
  readonly font: string
  /** Of text on the picture. */
  readonly ink: string
  /** What tfjs-vis calls white: nothing to be seen. */
  readonly paper: string
  /** How colours go over into each other. */
  readonly interpolate: 'hcl' | 'lab'
  readonly axis: object
}

/** The picture in Vega's words. Throws where tfjs-vis asks for something that is not spoken here. */
export function vegaOf(spec: LiteSpec, look: Look): Spec {
  const { values } = spec.data
  const layers: LiteLayer[] =
    'layer' in spec
      ? spec.layer.map((layer) => ({ ...layer, encoding: { ...spec.encoding, ...layer.encoding } }))
      : [spec]
  const { x, y } = spec.encoding
  if (!x || !y) throw new Error('Not spoken here: a picture without two axes.')
  const isBars = layers[0]?.mark.type === 'bar'
  const colors = layers.flatMap(({ encoding: { color } }) =>
    color && 'field' in color ? [colorScale(color, values, look)] : [],
  )
  return {
    width: spec.width,
    height: spec.height,
    padding: spec.padding,
    ...(spec.autosize && { autosize: spec.autosize }),
    background: 'transparent',
    style: 'cell',
    config: configOf(spec, look),
    data: [{ name: 'all', values: [...values] }, ...layers.map(dataOf)],
    scales: [placeScale('x', x, values, isBars), placeScale('y', y, values, isBars), ...colors],
    axes: [...axesOf('x', x, isBars), ...axesOf('y', y, isBars)].toSorted(
      (one, other) => Number(other.grid) - Number(one.grid),
    ),
    marks: layers.map((layer, at) => markOf(layer, at, look)),
  }
}

function configOf({ config }: LiteSpec, { font, axis }: Look): Config {
  return {
    axis: { ...axis, ...config.axis },
    style: {
      'guide-label': { font },
      'guide-title': { font },
      cell: { stroke: 'transparent' },
      text: { font, ...config.text },
    },
  }
}

function dataOf({ transform = [] }: LiteLayer, at: number): Data {
  return {
    name: `layer${at}`,
    source: 'all',
    transform: transform.map(({ filter: expr }) => ({ type: 'filter', expr })),
  }
}

function placeScale(name: 'x' | 'y', channel: PlaceChannel, values: readonly Row[], isBars: boolean): Scale {
  const { field, type, scale } = channel
  const all = values.map((row) => row[field]!)
  if (type === 'quantitative') {
    const range = name === 'x' ? [0, { signal: 'width' }] : [{ signal: 'height' }, 0]
    return { name, type: 'linear', domain: extentOf(all.map(Number)), range, nice: true, zero: true }
  }
  return {
    name,
    type: 'band',
    domain: scale?.domain ? [...scale.domain] : inOrder([...new Set(all)]),
    range: [0, { signal: name === 'x' ? 'width' : 'height' }],
    paddingInner: isBars ? 0.1 : 0,
    paddingOuter: isBars ? 0.05 : 0,
  }
}

function inOrder(values: readonly Value[]): (string | number)[] {
  return values
    .filter((value) => typeof value !== 'boolean')
    .toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))
}

/** [0, 0] of nothing. */
function extentOf(values: readonly number[]): [least: number, largest: number] {
  const numbers = values.filter(Number.isFinite)
  return numbers.length === 0 ? [0, 0] : [Math.min(...numbers), Math.max(...numbers)]
}

function colorScale(
  channel: Extract<ColorChannel, FieldChannel>,
  values: readonly Row[],
  { interpolate }: Look,
): Scale {
  const { field, scale } = channel
  return {
    name: 'color',
    type: 'linear',
    domain: extentOf(values.map((row) => Number(row[field]))),
    range: [...scale.range],
    interpolate,
    zero: false,
  }
}

/** Lines of the grid, where there are numbers, lie under the marks; they are an axis of their own without words. */
function axesOf(scale: 'x' | 'y', { type, title, axis }: PlaceChannel, isBars: boolean): Axis[] {
  const orient = scale === 'x' ? 'bottom' : 'left'
  const isNumbers = type === 'quantitative'
  const tickCount = { signal: scale === 'x' ? 'ceil(width/40)' : 'ceil(height/40)' }
  const words: Axis = {
    scale,
    orient,
    grid: false,
    title: axis?.title ?? title ?? '',
    ...(scale === 'x' && { labelAngle: 0, labelBaseline: 'top' }),
    ...(isNumbers && { labelOverlap: true, tickCount }),
    zindex: isBars ? 0 : 1,
  }
  if (!isNumbers) return [words]
  const lines: Axis = {
    ...{ scale, orient, gridScale: scale === 'x' ? 'y' : 'x', grid: true, tickCount, domain: false },
    ...{ labels: false, aria: false, maxExtent: 0, minExtent: 0, ticks: false, zindex: 0 },
  }
  return [lines, words]
}

function markOf({ mark, encoding }: LiteLayer, at: number, look: Look): Mark {
  const { x, y, color, text, tooltip } = encoding
  if (!x || !y) throw new Error('Not spoken here: a layer without two axes.')
  const shown = mark.tooltip ? [x, y] : tooltip
  const described = [
    x,
    y,
    ...(color && 'field' in color ? [color] : []),
    ...(tooltip ?? []),
    ...(text ? [text] : []),
  ]
  return {
    name: `marks${at}`,
    type: mark.type === 'text' ? 'text' : 'rect',
    style: [mark.type],
    from: { data: `layer${at}` },
    encode: {
      update: {
        ...placesOf(mark.type, x, y),
        fill: fillOf(mark, color, look),
        description: { signal: descriptionOf(described) },
        ...(shown && { tooltip: { signal: tooltipOf(shown) } }),
        ...(mark.type === 'bar' && { ariaRoleDescription: { value: 'bar' } }),
        ...(text && {
          text: {
            signal: `isNumber(datum[${JSON.stringify(text.field)}]) ? format(datum[${JSON.stringify(text.field)}], ",") : ${textOf(text)}`,
          },
          align: { value: 'center' },
          baseline: { value: mark.baseline ?? 'middle' },
        }),
      },
    },
  } as Mark // The encoders of Vega are typed for each mark alone.
}

function placesOf(type: LiteMark['type'], x: PlaceChannel, y: PlaceChannel): Encode<object>['update'] {
  const across = (scale: string, { field }: PlaceChannel) => ({ scale, field })
  switch (type) {
    case 'bar':
      return {
        ...{ x: across('x', x), width: { scale: 'x', band: 1 } },
        ...{ y: across('y', y), y2: { scale: 'y', value: 0 } },
      }
    case 'rect':
      return {
        ...{ x: across('x', x), width: { scale: 'x', band: 1 } },
        ...{ y: across('y', y), height: { scale: 'y', band: 1 } },
      }
    case 'text':
      return { x: { ...across('x', x), band: 0.5 }, y: { ...across('y', y), band: 0.5 } }
    default:
      throw new Error(`Not spoken here: the mark ${type satisfies never}.`)
  }
}

function fillOf({ type, fill }: LiteMark, color: ColorChannel | undefined, { ink, paper }: Look) {
  if (color) return 'field' in color ? { scale: 'color', field: color.field } : { value: color.value }
  if (type === 'text') return { value: ink }
  return { value: fill === 'white' ? paper : 'transparent' }
}

// Expressions of Vega. Numbers are written in the language of the page, and a name is text.
const textOf = ({ field, type }: FieldChannel) => {
  const datum = `datum[${JSON.stringify(field)}]`
  return type === 'quantitative' ? `format(${datum}, "")` : datum
}
const tooltipOf = (channels: readonly FieldChannel[]) =>
  `{${channels.map((channel) => `${JSON.stringify(channel.field)}: ${textOf(channel)}`).join(', ')}}`
const nameOf = ({ field, title }: FieldChannel) => title ?? field
const descriptionOf = (channels: readonly FieldChannel[]) =>
  channels
    .filter((one, at) => channels.findIndex((other) => nameOf(other) === nameOf(one)) === at)
    .map(
      (channel, at) => `${JSON.stringify(`${at > 0 ? '; ' : ''}${nameOf(channel)}: `)} + ${textOf(channel)}`,
    )
    .join(' + ')
