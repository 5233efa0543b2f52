/** The colour scale with its numbers. */
import { useCallback, useMemo } from 'react'
import { colorTable, css, pixelOf, type ScaleKind } from '../paint/color.ts'
import styles from './Legend.module.css'
import { LiveText } from './LiveText.tsx'
import { type Box, Stage, type Surface } from './Stage.tsx'

export type LegendProps = {
  readonly kind: ScaleKind
  /** The numbers at both ends of the scale, as text. */
  readonly ends: () => { readonly low: string; readonly high: string }
  readonly subscribe: (changed: () => void) => () => void
  /** Says in words what the colours mean. */
  readonly name: string
  readonly note?: string
}

const barHeight = 10

export function Legend({ kind, ends, subscribe, name, note }: LegendProps) {
  const low = useCallback(() => ends().low, [ends])
  const high = useCallback(() => ends().high, [ends])
  const paint = useMemo(() => createRamp(kind), [kind])
  return (
    <div className={styles.legend}>
      <LiveText read={low} subscribe={subscribe} className={styles.end} />
      <div className={styles.bar}>
        <Stage
          name={name}
          describe={() => `${ends().low} … ${ends().high}`}
          height={barHeight}
          layout={wholeBox}
          paint={paint}
          subscribe={subscribe}
          legend={null}
        />
      </div>
      <LiveText read={high} subscribe={subscribe} className={styles.end} />
      {note && <span className={styles.note}>{note}</span>}
    </div>
  )
}

function wholeBox(box: Box) {
  return { width: box.width, height: Math.round(barHeight * box.ratio) }
}

/** The numbers change with every frame, the colours do not: what is on the canvas stays. */
function createRamp(kind: ScaleKind) {
  let painted: Surface | null = null
  return (surface: Surface): null => {
    const { context, width, height, theme } = surface
    const isThere =
      painted?.context === context &&
      painted.width === width &&
      painted.height === height &&
      painted.theme === theme
    if (!isThere) paintRamp(surface, kind)
    painted = surface
    return null
  }
}

function paintRamp({ context, width, height, theme }: Surface, kind: ScaleKind): void {
  const table = colorTable(kind, theme)
  for (let x = 0; x < width; x++) {
    const share = width > 1 ? x / (width - 1) : 0
    const pixel = pixelOf(table, kind === 'signed' ? 2 * share - 1 : share, 1)
    context.fillStyle = css([pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255])
    context.fillRect(x, 0, 1, height)
  }
}
