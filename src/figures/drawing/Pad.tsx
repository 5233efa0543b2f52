/** The drawing area: mouse, finger, pen, or arrow keys and Space. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useWords } from '../../i18n/useLanguage.ts'
import { css, palettes } from '../../paint/color.ts'
import { currentTheme, onThemeChange } from '../../ui/theme.ts'
import { drawing } from './drawing.ts'
import styles from './Pad.module.css'
import { paintStrokes, type StrokePoint } from './strokes.ts'
import { useDrawing, useDrawingActions } from './useDrawing.ts'

const keyStep = 0.04
/** Of `event.button`: the other end of a pen. */
const eraserEnd = 5

type Cursor = { readonly x: number; readonly y: number; readonly down: boolean }

export function Pad() {
  const { digit: words } = useWords()
  const actions = useDrawingActions()
  const tool = useDrawing((state) => state.tool)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pointer = useRef<number | null>(null)
  /** Where the pen of the keyboard is; null while it is not used. */
  const cursor = useRef<Cursor | null>(null)
  const repaint = useRef(() => {})

  useEffect(() => {
    const paint = () => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      const side = Math.round(element.clientWidth * (window.devicePixelRatio || 1))
      if (element.width !== side || element.height !== side) {
        element.width = side
        element.height = side
      }
      const palette = palettes[currentTheme()]
      context.clearRect(0, 0, side, side)
      context.strokeStyle = css(palette.ink)
      paintStrokes(context, drawing.getState().shown, side)
      if (!cursor.current) return
      context.lineWidth = Math.max(2, side / 150)
      context.strokeStyle = css(palette.accent)
      context.beginPath()
      context.arc(cursor.current.x * side, cursor.current.y * side, side / 30, 0, 2 * Math.PI)
      context.stroke()
    }
    repaint.current = paint
    const resized = new ResizeObserver(paint)
    if (canvas.current) resized.observe(canvas.current)
    const stops = [onThemeChange(paint), drawing.subscribe(paint), () => resized.disconnect()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])

  const place = (event: { clientX: number; clientY: number; timeStamp: number }): StrokePoint => {
    const box = canvas.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0, ms: event.timeStamp }
    return {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
      ms: event.timeStamp,
    }
  }
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    const isEraser = event.button === eraserEnd
    if (pointer.current !== null || (event.button !== 0 && !isEraser)) return
    pointer.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    cursor.current = null
    actions.begin(place(event), isEraser ? 'eraser' : tool)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== event.pointerId) return
    const parts = event.nativeEvent.getCoalescedEvents?.() ?? []
    actions.extend((parts.length > 0 ? parts : [event]).map(place))
  }
  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current === event.pointerId) pointer.current = null
  }
  const key = (event: KeyboardEvent) => {
    const { x, y, down: isDown } = cursor.current ?? { x: 0.5, y: 0.2, down: false }
    if (event.key === ' ') {
      event.preventDefault()
      cursor.current = { x, y, down: !isDown }
      if (isDown) repaint.current()
      else actions.begin({ x, y, ms: event.timeStamp }, tool)
      return
    }
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
      event.key
    ]
    if (!direction) return
    event.preventDefault()
    const inside = (value: number) => Math.min(1, Math.max(0, value))
    const next = { x: inside(x + keyStep * direction[0]), y: inside(y + keyStep * direction[1]) }
    cursor.current = { ...next, down: isDown }
    if (isDown) actions.extend([{ ...next, ms: event.timeStamp }])
    else repaint.current()
  }

  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the pad takes the arrow keys itself, as an application does
    <canvas
      ref={canvas}
      className={styles.pad}
      data-tool={tool}
      role="application"
      aria-label={words.pad}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    />
  )
}
