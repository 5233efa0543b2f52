/** Bars that follow a source of numbers, with true values under the pointer. */
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { paintBars } from '../paint/bars.ts'
import { colorTable, palettes, type ScaleKind } from '../paint/color.ts'
import { fontsOf } from './fonts.ts'
import styles from './MapStage.module.css'
import type { PlaneSource } from './MapStage.tsx'
import type { Readable, Reading } from './readable.ts'
import { writeReadout } from './readout.ts'
import { type Box, Stage, type StageProps, type Surface } from './Stage.tsx'
import { joined, type Reach, type Twin, type Twins, useTwins } from './twins.ts'

export type BarStageProps = Pick<StageProps, 'name' | 'describe' | 'height' | 'tap' | 'view'> & {
  readonly source: PlaneSource
  readonly kind: ScaleKind
  /** Fixed ends of the axis; without them the axis follows the numbers. */
  readonly range?: { readonly lowest: number; readonly highest: number }
  readonly valueOf: (value: number) => string
  readonly nameOf: (index: number) => string
  readonly marked: (values: Float32Array) => number
  /** Too many bars for a text at each: `nameOf` and `valueOf` return '' for most, and the rest is written at full size. */
  readonly sparse?: boolean
  /** The sentence under the picture for a bar; without it and `onPick` the picture cannot be touched. */
  readonly readout?: { readonly bar: (index: number, value: number) => string; readonly hint: string }
  /** A bar was pressed, or chosen with Enter. */
  readonly onPick?: (index: number) => void
  /** The bar to frame at this moment, beside the one pointed at; −1 for none. */
  readonly framed?: () => number
}

export function BarStage(props: BarStageProps) {
  const latest = useRef(props)
  latest.current = props
  const outputRef = useRef<HTMLOutputElement>(null)
  const twinsRef = useRef<Twins | null>(null)
  const painter = useMemo(() => createBarPainter(latest, outputRef, twinsRef), [])
  twinsRef.current = useTwins(`${props.tap ?? ''} ${props.name}`, painter.twin)
  const { readout } = props
  return (
    <>
      <Stage
        {...props}
        layout={(box: Box) => ({ width: box.width, height: box.height })}
        paint={painter.paint}
        subscribe={props.source.subscribe}
        readable={painter.readable}
        legend={props.kind === 'signed' ? signs : undefined}
        interactive={(readout ?? props.onPick) && painter.interactive}
      />
      {readout && !twinsRef.current && (
        <output ref={outputRef} className={styles.readout}>
          {readout.hint}
        </output>
      )}
    </>
  )
}

/** The numbers stand at the bars; only the colours need a word. */
const signs = { key: 'signs' } as const

type Ref<T> = { readonly current: T }

/** What must survive from frame to frame without React: the bar pointed at. */
function createBarPainter(
  props: Ref<BarStageProps>,
  output: Ref<HTMLOutputElement | null>,
  twins: Ref<Twins | null>,
) {
  let surface: Surface | null = null
  let pointed: number | null = null
  let moved = false

  const paint = (target: Surface): number | null => {
    surface = target
    tell()
    return paintSource(target, props.current, { pointed, reach: twins.current?.reach(0) ?? null })
  }
  const tell = () => {
    const { readout, source } = props.current
    if (!output.current || !readout) return
    const value = pointed === null ? undefined : source.read()?.plane.values[pointed]
    const text = pointed === null || value === undefined ? readout.hint : readout.bar(pointed, value)
    writeReadout(output.current, text, { moved })
  }
  const count = () => props.current.source.read()?.plane.values.length ?? 0
  const mark = (index: number | null, { heard }: { heard: boolean }) => {
    pointed = index
    moved = heard
    if (surface) paint(surface)
    moved = false
  }
  const point = (index: number | null) => {
    if (index === pointed) return
    mark(index, { heard: true })
    twins.current?.point(index === null ? null : { map: 0, row: 0, column: index })
  }
  const twin: Twin = {
    mark: (cell) => mark(cell?.column ?? null, { heard: false }),
    read({ column }) {
      const { readout, source } = props.current
      const value = source.read()?.plane.values[column]
      return value === undefined || !readout ? null : { text: readout.bar(column, value), value }
    },
    reach: () => reachOf(props.current),
    repaint: () => surface && paint(surface),
  }
  const onKey = (event: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (move) {
      event.preventDefault()
      point(pointed === null ? 0 : Math.max(0, Math.min(count() - 1, pointed + move)))
    } else if (event.key === 'Enter' && pointed !== null) {
      props.current.onPick?.(pointed)
    } else if (event.key === 'Escape') {
      point(null)
    }
  }
  const indexAt = (x: number) => {
    const index = Math.floor((x / (surface?.width ?? 1)) * count())
    return index >= 0 && index < count() ? index : null
  }
  const reading = (index: number | null): Reading | null => {
    const { readout, source } = props.current
    const value = index === null ? undefined : source.read()?.plane.values[index]
    if (index === null || value === undefined || !readout || !surface) return null
    const width = surface.width / count()
    return {
      text: readout.bar(index, value),
      box: { x: index * width, y: 0, width, height: surface.height },
    }
  }
  const readable: Readable = { at: ({ x }) => reading(indexAt(x)), pointed: () => reading(pointed) }
  return {
    paint,
    twin,
    readable,
    interactive: {
      onPoint: (at: { x: number; y: number } | null) => point(at && indexAt(at.x)),
      onPress: (at: { x: number; y: number }) => {
        const index = indexAt(at.x)
        if (index !== null) props.current.onPick?.(index)
      },
      onKey,
      onBlur: () => point(null),
    },
  }
}

/** From the lowest to the highest value, zero included. */
function reachOf({ range, source }: BarStageProps): Reach {
  const values = source.read()?.plane.values ?? []
  return range ?? { lowest: Math.min(0, ...values), highest: Math.max(0, ...values) }
}

function paintSource(
  surface: Surface,
  props: BarStageProps,
  { pointed, reach }: { readonly pointed: number | null; readonly reach: Reach | null },
): number | null {
  const { context, width, height, ratio, theme } = surface
  const shown = props.source.read()
  if (!shown) {
    context.clearRect(0, 0, width, height)
    return null
  }
  const { values } = shown.plane
  const range = joined(reachOf(props), reach)
  const fonts = fontsOf(context.canvas)
  const fullSize = fonts.sizePx * 0.875 * ratio
  paintBars(
    context,
    values,
    range,
    { width, height },
    {
      table: colorTable(props.kind, theme),
      palette: palettes[theme],
      font: fonts.family,
      fontSize: props.sparse ? fullSize : Math.min(fullSize, (width / values.length) * 0.38),
      valueOf: props.valueOf,
      nameOf: props.nameOf,
      marked: props.marked(values),
      framed: [props.framed?.() ?? -1, props.onPick && pointed !== null ? pointed : -1].filter(
        (bar) => bar >= 0,
      ),
      line: Math.max(1, Math.round(2 * ratio)),
    },
  )
  return shown.step
}
