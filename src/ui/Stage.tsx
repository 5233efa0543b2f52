/** One canvas: sized in whole device pixels, repainted when its source says so, never by React. */
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import type { Theme } from '../paint/color.ts'
import { forgetFonts } from './fonts.ts'
import { makeReadable, type Readable } from './readable.ts'
import styles from './Stage.module.css'
import { askToSave, makeSavable, type SavableStage } from './savable.ts'
import { currentTheme, onThemeChange } from './theme.ts'

/** Room for a picture, in device pixels; `ratio` device pixels make one CSS pixel. */
export type Box = { readonly width: number; readonly height: number; readonly ratio: number }

export type Surface = Box & { readonly context: CanvasRenderingContext2D; readonly theme: Theme }

/** A place on the canvas in device pixels. */
export type Point = { readonly x: number; readonly y: number }

export type StageProps = {
  /** What the picture is; the text alternative starts with it. */
  readonly name: string
  /** What the picture shows at this moment, for those who cannot see it. */
  readonly describe: () => string
  /** Chooses the size of the canvas within the room there is. Called again when the room changes. */
  readonly layout: (box: Box) => { readonly width: number; readonly height: number }
  /** Draws everything anew. Returns the step the picture shows, or null while there is nothing to show. */
  readonly paint: (surface: Surface) => number | null
  /** Calls `repaint` whenever there is something new; returns the way to stop. */
  readonly subscribe: (repaint: () => void) => () => void
  /** `fill`: as high as the parent allows. A number: this many CSS pixels. */
  readonly height?: 'fill' | number
  readonly align?: 'start' | 'center'
  readonly tap?: string
  /** `record`: of a moment that was kept, which need not be now. */
  readonly view?: 'ribbon' | 'figure' | 'record'
  /** A question waits for an answer in this picture. */
  readonly asked?: boolean
  /** What the picture says about its places when the lens is over it. Stays the same. */
  readonly readable?: Readable
  /** What its colours mean, for a saved picture; null: it is the legend of others and saved with them. Stays the same. */
  readonly legend?: Partial<Pick<SavableStage, 'scale' | 'key'>> | null
  readonly interactive?: {
    readonly onPoint: (point: Point | null) => void
    /** Pressed and let go at one place: a finger that scrolls the page over the picture presses nothing. */
    readonly onPress?: (point: Point) => void
    readonly onDoublePress?: (point: Point) => void
    /** Something in the picture is pulled about: `first` where the hand takes hold, until it lets go, wherever that is. */
    readonly onDrag?: (point: Point, phase: { readonly first: boolean }) => void
    readonly onKey?: (event: KeyboardEvent) => void
    readonly onFocus?: () => void
    readonly onBlur?: () => void
  }
}

const describeEveryMs = 1000
/** A hand is never quite still: so many CSS pixels are no movement. */
const stillPx = 8

export function Stage(props: StageProps) {
  const roomRef = useRef<HTMLDivElement>(null)
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const latest = useRef(props)
  latest.current = props
  const repaintRef = useRef<() => void>(() => {})
  const pressedAt = useRef<Point | null>(null)
  const { subscribe, readable, legend } = props

  useEffect(() => {
    const room = roomRef.current
    const canvas = canvasRef.current
    const context = canvas?.getContext('2d')
    if (!room || !canvas || !context) return
    let described = Number.NEGATIVE_INFINITY
    let describing: ReturnType<typeof setTimeout> | undefined

    const describe = () => {
      describing = undefined
      described = performance.now()
      canvas.setAttribute('aria-label', `${latest.current.name}: ${latest.current.describe()}`)
    }
    // Measured when it changes, not for each frame: between writing pictures and texts it would force a layout each time.
    let left: number | null = null
    let roomPx = { width: room.clientWidth, height: room.clientHeight }
    const repaint = () => {
      const ratio = window.devicePixelRatio || 1
      const box = {
        width: Math.floor(roomPx.width * ratio),
        height: Math.floor(roomPx.height * ratio),
        ratio,
      }
      if (box.width === 0) return
      const size = latest.current.layout(box)
      if (canvas.width !== size.width || canvas.height !== size.height) {
        canvas.width = size.width
        canvas.height = size.height
        canvas.style.width = `${size.width / ratio}px`
        canvas.style.height = `${size.height / ratio}px`
      }
      const spare =
        latest.current.align === 'center' ? Math.max(0, Math.floor((box.width - size.width) / 2)) : 0
      if (spare / ratio !== left) canvas.style.left = `${spare / ratio}px`
      left = spare / ratio
      const step = latest.current.paint({ context, ...size, ratio, theme: currentTheme() })
      if (step === null) delete canvas.dataset.frameStep
      else canvas.dataset.frameStep = String(step)
      describing ??= setTimeout(describe, Math.max(0, described + describeEveryMs - performance.now()))
    }
    repaintRef.current = repaint
    const resized = new ResizeObserver(() => {
      forgetFonts(canvas)
      roomPx = { width: room.clientWidth, height: room.clientHeight }
      repaint()
    })
    resized.observe(room)
    const unsubscribe = subscribe(repaint)
    const unsubscribeTheme = onThemeChange(repaint)
    return () => {
      resized.disconnect()
      unsubscribe()
      unsubscribeTheme()
      clearTimeout(describing)
    }
  }, [subscribe])

  useEffect(() => {
    if (canvasRef.current) forgetFonts(canvasRef.current)
    repaintRef.current()
  })
  useEffect(() => {
    if (canvasRef.current && readable) makeReadable(canvasRef.current, readable)
  }, [readable])
  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas) return
    makeSavable(canvas, {
      kind: 'stage',
      standsAlone: legend !== null,
      canvas,
      name: () => latest.current.name,
      describe: () => latest.current.describe(),
      scale: () => legend?.scale?.() ?? null,
      key: legend?.key ?? null,
      ratio: () => window.devicePixelRatio || 1,
      paint: (surface) => latest.current.paint(surface),
      restore: () => repaintRef.current(),
    })
  }, [legend])

  const { height = 'fill', interactive } = props
  const style: CSSProperties = height === 'fill' ? {} : { height: `${height}px`, flex: 'none' }
  const pointOf = (event: MouseEvent<HTMLCanvasElement>): Point => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const scale = event.currentTarget.width / bounds.width
    return { x: (event.clientX - bounds.left) * scale, y: (event.clientY - bounds.top) * scale }
  }
  return (
    <div ref={roomRef} className={styles.room} style={style}>
      <canvas
        ref={canvasRef}
        className={styles.canvas}
        role="img"
        aria-label={props.name}
        data-tap={props.tap}
        data-asked={props.asked || undefined}
        data-view={props.view}
        data-drags={interactive?.onDrag ? true : undefined}
        tabIndex={interactive ? 0 : undefined}
        onContextMenu={legend === null ? undefined : onContextMenu}
        onPointerMove={
          interactive &&
          ((event) => {
            interactive.onPoint(pointOf(event))
            if (event.currentTarget.hasPointerCapture(event.pointerId) && pressedAt.current)
              interactive.onDrag?.(pointOf(event), { first: false })
          })
        }
        onPointerLeave={interactive && (() => interactive.onPoint(null))}
        onPointerDown={
          interactive &&
          ((event) => {
            pressedAt.current = pointOf(event)
            interactive.onPoint(pressedAt.current)
            if (!interactive.onDrag || event.button !== 0) return
            event.currentTarget.setPointerCapture(event.pointerId)
            interactive.onDrag(pressedAt.current, { first: true })
          })
        }
        onPointerUp={
          interactive &&
          ((event) => {
            const point = pointOf(event)
            const from = pressedAt.current
            pressedAt.current = null
            if (from && isSamePlace(from, point)) interactive.onPress?.(point)
          })
        }
        onPointerCancel={
          interactive &&
          (() => {
            pressedAt.current = null
            interactive.onPoint(null)
          })
        }
        onDoubleClick={interactive && ((event) => interactive.onDoublePress?.(pointOf(event)))}
        onKeyDown={interactive?.onKey}
        onFocus={interactive?.onFocus}
        onBlur={interactive?.onBlur}
      />
    </div>
  )
}

/** The mouse's menu offers what it offers for other pictures of the web: to save it. A finger that rests means something else. */
function onContextMenu(event: MouseEvent<HTMLCanvasElement>) {
  const byFinger = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
  if (byFinger || event.shiftKey) return
  event.preventDefault()
  askToSave(event.currentTarget)
}

function isSamePlace(one: Point, other: Point): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) <= stillPx * (window.devicePixelRatio || 1)
}
