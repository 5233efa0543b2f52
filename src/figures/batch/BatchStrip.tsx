/** All images of a batch, the worst first, each with its loss as bar and number; one can be chosen. */
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { imageSide, pixelCount } from '../../network/spec.ts'
import { colorTable, css, palettes, pixelOf } from '../../paint/color.ts'
import { writeReadout } from '../../ui/readout.ts'
import { type Point, Stage, type StageProps, type Surface } from '../../ui/Stage.tsx'
import { type Twin, type Twins, useTwins } from '../../ui/twins.ts'
import styles from './BatchStrip.module.css'
import { type ShownBatch, worstFirst } from './batch.ts'
import { cellOf, layoutStrip, rankAt, type StripGrid } from './stripGrid.ts'

export type BatchStripProps = Pick<StageProps, 'name' | 'describe' | 'subscribe' | 'height' | 'view'> & {
  readonly read: () => ShownBatch | null
  /** Place in the batch of the image that is chosen; −1 for none. */
  readonly chosen: (batch: ShownBatch) => number
  readonly onPick: (place: number, batch: ShownBatch) => void
  readonly lossText: (loss: number) => string
  /** The sentence for the image pointed at. */
  readonly sentence: (place: number, batch: ShownBatch) => string
  readonly hint: string
}

export function BatchStrip(props: BatchStripProps) {
  const latest = useRef(props)
  latest.current = props
  const output = useRef<HTMLOutputElement>(null)
  const twins = useRef<Twins | null>(null)
  const painter = useMemo(() => createStripPainter(latest, output, twins), [])
  twins.current = useTwins(`batch ${props.name}`, painter.twin)
  return (
    <>
      <Stage
        name={props.name}
        describe={props.describe}
        subscribe={props.subscribe}
        height={props.height}
        layout={painter.layout}
        paint={painter.paint}
        readable={painter.readable}
        interactive={painter.interactive}
        tap="batch/losses"
        view={props.view}
      />
      <output ref={output} className={styles.readout}>
        {props.hint}
      </output>
    </>
  )
}

type Ref<T> = { readonly current: T }
const images = 50

/** What must survive from frame to frame without React: the grid, and which image is pointed at. */
function createStripPainter(
  props: Ref<BatchStripProps>,
  output: Ref<HTMLOutputElement | null>,
  twins: Ref<Twins | null>,
) {
  let grid: StripGrid | null = null
  let surface: Surface | null = null
  /** Not the place in the batch, but among the images as they stand: what is pointed at stays when they change. */
  let pointed: number | null = null
  let moved = false

  const placeAt = (rank: number | null) => {
    const batch = props.current.read()
    const place = rank === null || batch === null ? undefined : worstFirst(batch.losses)[rank]
    return batch && place !== undefined ? { batch, place } : null
  }
  const text = (rank: number | null) => {
    const at = placeAt(rank)
    return at ? props.current.sentence(at.place, at.batch) : props.current.hint
  }
  const twin: Twin = {
    mark: () => {},
    read: () => null,
    reach: () => ({ lowest: 0, highest: Math.max(0, ...(props.current.read()?.losses ?? [])) }),
    repaint: () => surface && paint(surface),
  }
  const layout: StageProps['layout'] = ({ width, height, ratio }) => {
    const whole = Math.max(1, Math.floor(ratio))
    grid = layoutStrip(
      images,
      { width, height, gap: Math.round(5 * ratio), foot: Math.round(18 * ratio) },
      whole,
    )
    return grid
  }
  const paint = (target: Surface): number | null => {
    surface = target
    const { context, ratio, theme } = target
    context.clearRect(0, 0, target.width, target.height)
    const batch = props.current.read()
    if (output.current) writeReadout(output.current, text(pointed), { moved })
    if (!batch || !grid) return null
    const look = { palette: palettes[theme], table: colorTable('unsigned', theme) }
    const side = imageSide * grid.zoom
    const largest = Math.max(...batch.losses, twins.current?.reach(0)?.highest ?? 0)
    const chosen = props.current.chosen(batch)
    const font = getComputedStyle(context.canvas).getPropertyValue('--font-figures') || 'monospace'
    context.font = `${Math.min(13 * ratio, side / 2.5)}px ${font}`
    context.textAlign = 'center'
    context.textBaseline = 'bottom'
    const pixels = new ImageData(side, side)
    const words = new Uint32Array(pixels.data.buffer)
    worstFirst(batch.losses).forEach((place, rank) => {
      if (!grid) return
      const { x, y } = cellOf(grid, rank)
      for (let row = 0; row < side; row++) {
        for (let column = 0; column < side; column++) {
          const pixel = Math.floor(row / grid.zoom) * imageSide + Math.floor(column / grid.zoom)
          words[row * side + column] = pixelOf(look.table, batch.imagesNHW[place * pixelCount + pixel], 1)
        }
      }
      context.putImageData(pixels, x, y)
      const isRight = batch.answers[place] === batch.labels[place]
      context.fillStyle = css(isRight ? look.palette.muted : look.palette.accent)
      const bar = Math.round((side * batch.losses[place]) / largest)
      context.fillRect(x, y + side + Math.round(ratio), bar, Math.round(3 * ratio))
      context.fillStyle = css(isRight ? look.palette.muted : look.palette.ink)
      context.fillText(props.current.lossText(batch.losses[place]), x + side / 2, y + side + grid.foot)
      const isFramed = place === chosen || rank === pointed
      const line = Math.max(1, Math.round((isFramed ? 2 : 1) * ratio))
      context.strokeStyle = css(isFramed ? look.palette.accent : look.palette.rule)
      context.lineWidth = line
      context.strokeRect(x + line / 2, y + line / 2, side - line, side - line)
    })
    return batch.step
  }
  const point = (rank: number | null) => {
    if (rank === pointed) return
    pointed = rank
    moved = true
    if (surface) paint(surface)
    moved = false
  }
  const pick = (rank: number | null) => {
    const at = placeAt(rank)
    if (at) props.current.onPick(at.place, at.batch)
    if (surface) paint(surface)
  }
  const onKey = (event: KeyboardEvent) => {
    const by = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: grid?.columns ?? 0,
      ArrowUp: -(grid?.columns ?? 0),
    }[event.key]
    if (event.key === 'Escape') point(null)
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      pick(pointed)
    }
    if (!by) return
    event.preventDefault()
    const to = pointed === null ? 0 : pointed + by
    if (to >= 0 && to < images) point(to)
  }
  const reading = (rank: number | null) => {
    if (rank === null || !grid || !placeAt(rank)) return null
    const side = imageSide * grid.zoom
    return { text: text(rank), box: { ...cellOf(grid, rank), width: side, height: side } }
  }
  return {
    layout,
    paint,
    twin,
    readable: {
      at: (at: Point) => reading(grid && rankAt(grid, at)),
      pointed: () => reading(pointed),
    },
    interactive: {
      onPoint: (at: Point | null) => point(at && grid && rankAt(grid, at)),
      onPress: (at: Point) => pick(grid && rankAt(grid, at)),
      onKey,
      onBlur: () => point(null),
    },
  }
}
