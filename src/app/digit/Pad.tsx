/** The drawing area: mouse, finger, pen, or arrow keys and Space. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { css, palettes } from '../../paint/color.ts'
import { currentTheme, onThemeChange } from '../../ui/theme.ts'
import styles from './DrawPanel.module.css'
import { paintStrokes, type Stroke, type StrokePoint } from './strokes.ts'

export type PadProps = {
  readonly name: string
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

const keyStep = 0.04

export function Pad({ name, strokes, onChange }: PadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  // Several events can come before React renders again, so the newest strokes are kept here.
  const newest = useRef(strokes)
  newest.current = strokes
  const pointer = useRef<number | null>(null)
  const [cursor, setCursor] = useState<{ at: StrokePoint; down: boolean } | null>(null)

  useEffect(() => {
    const paint = () => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      const side = Math.round(element.clientWidth * (window.devicePixelRatio || 1))
      if (element.width !== side) {
        element.width = side
        element.height = side
      }
      const palette = palettes[currentTheme()]
      context.clearRect(0, 0, side, side)
      context.strokeStyle = css(palette.ink)
      paintStrokes(context, strokes, side)
      if (cursor) {
        context.lineWidth = Math.max(2, side / 150)
        context.strokeStyle = css(palette.accent)
        context.beginPath()
        context.arc(cursor.at.x * side, cursor.at.y * side, side / 30, 0, 2 * Math.PI)
        context.stroke()
      }
    }
    paint()
    const resized = new ResizeObserver(paint)
    if (canvas.current) resized.observe(canvas.current)
    const stop = onThemeChange(paint)
    return () => {
      resized.disconnect()
      stop()
    }
  }, [strokes, cursor])

  const change = (next: readonly Stroke[]) => {
    newest.current = next
    onChange(next)
  }
  const extend = (points: readonly StrokePoint[]) => {
    const all = newest.current
    const last = all[all.length - 1]
    if (last) change([...all.slice(0, -1), [...last, ...points]])
  }
  const place = (event: { clientX: number; clientY: number }): StrokePoint => {
    const box = canvas.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }

  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== null || event.button !== 0) return
    pointer.current = event.pointerId
    event.currentTarget.setPointerCapture(event.pointerId)
    setCursor(null)
    change([...newest.current, [place(event)]])
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== event.pointerId) return
    const parts = event.nativeEvent.getCoalescedEvents?.() ?? []
    extend((parts.length > 0 ? parts : [event]).map(place))
  }
  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current === event.pointerId) pointer.current = null
  }
  const key = (event: KeyboardEvent) => {
    const { at, down: penDown } = cursor ?? { at: { x: 0.5, y: 0.2 }, down: false }
    if (event.key === ' ') {
      event.preventDefault()
      if (!penDown) change([...newest.current, [at]])
      setCursor({ at, down: !penDown })
      return
    }
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
      event.key
    ]
    if (!direction) return
    event.preventDefault()
    const inside = (value: number) => Math.min(1, Math.max(0, value))
    const next = { x: inside(at.x + keyStep * direction[0]), y: inside(at.y + keyStep * direction[1]) }
    if (penDown) extend([next])
    setCursor({ at: next, down: penDown })
  }

  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the pad takes the arrow keys itself, as an application does
    <canvas
      ref={canvas}
      className={styles.pad}
      role="application"
      aria-label={name}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    />
  )
}
