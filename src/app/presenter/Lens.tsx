/** A magnifier over any picture, with the true value: it follows the pointer, a finger, or the cell chosen by keys. */
import { useEffect, useRef } from 'react'
import { css, palettes } from '../../paint/color.ts'
import { type Readable, type Reading, readableOf } from '../../ui/readable.ts'
import { currentTheme } from '../../ui/theme.ts'
import { lensCorner, lensSource, lensZoom } from './lensView.ts'
import styles from './Presenter.module.css'
import { lastPointer } from './pointerTrack.ts'

/** What the lens enlarges: a place on a canvas, and what the picture says about it. */
type Target = {
  readonly canvas: HTMLCanvasElement
  readonly reading: Reading | null
  /** In pixels of the canvas. */
  readonly middle: { readonly x: number; readonly y: number }
}

export function Lens() {
  const ref = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const lens = ref.current
    if (!lens) return
    const root = document.documentElement
    root.toggleAttribute('data-lens', true)
    let byKeys = document.activeElement instanceof HTMLCanvasElement && lastPointer() === null
    let frame = 0
    // Read anew for each picture the screen shows: the value under a resting pointer changes as the network learns.
    const show = () => {
      frame = requestAnimationFrame(show)
      const target = byKeys ? chosenTarget() : pointerTarget()
      lens.hidden = target === null
      if (target) draw(lens, target)
    }
    const followKeys = () => {
      byKeys = document.activeElement instanceof HTMLCanvasElement
    }
    const followPointer = () => {
      byKeys = false
    }
    show()
    addEventListener('keydown', followKeys)
    addEventListener('pointermove', followPointer)
    addEventListener('pointerdown', followPointer)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('keydown', followKeys)
      removeEventListener('pointermove', followPointer)
      removeEventListener('pointerdown', followPointer)
      root.toggleAttribute('data-lens', false)
    }
  }, [])

  // Screen readers hear the value from the line under the picture.
  return (
    <div ref={ref} className={styles.lens} data-lens-view aria-hidden="true" hidden>
      <canvas />
      <p />
    </div>
  )
}

function pointerTarget(): Target | null {
  const at = lastPointer()
  if (!at) return null
  // In the ribbon a link lies over the pictures.
  const canvas = document
    .elementsFromPoint(at.x, at.y)
    .find((element) => element instanceof HTMLCanvasElement && !element.closest('dialog:not(main dialog)'))
  if (!(canvas instanceof HTMLCanvasElement)) return null
  const bounds = canvas.getBoundingClientRect()
  const scale = canvas.width / bounds.width
  const point = { x: (at.x - bounds.left) * scale, y: (at.y - bounds.top) * scale }
  return targetOf(canvas, (readable) => readable.at(point), point)
}

function chosenTarget(): Target | null {
  const canvas = document.activeElement
  if (!(canvas instanceof HTMLCanvasElement)) return null
  return targetOf(canvas, (readable) => readable.pointed(), null)
}

function targetOf(
  canvas: HTMLCanvasElement,
  read: (readable: Readable) => Reading | null,
  point: { readonly x: number; readonly y: number } | null,
): Target | null {
  const readable = readableOf(canvas)
  const reading = readable && read(readable)
  if (!reading) return point && { canvas, reading: null, middle: point }
  const { x, y, width, height } = reading.box
  // Bars are high: the lens stays where the pointer is.
  const isSquare = height < width * 2
  return { canvas, reading, middle: { x: x + width / 2, y: isSquare || !point ? y + height / 2 : point.y } }
}

function draw(lens: HTMLElement, { canvas, reading, middle }: Target): void {
  const [glass, text] = lens.children
  if (!(glass instanceof HTMLCanvasElement) || !text) return
  const ratio = window.devicePixelRatio || 1
  const size = {
    width: Math.round(glass.clientWidth * ratio),
    height: Math.round(glass.clientHeight * ratio),
  }
  if (glass.width !== size.width || glass.height !== size.height) Object.assign(glass, size)
  const context = glass.getContext('2d')
  if (!context || size.width === 0) return
  const zoom = lensZoom(size, reading?.box ?? null)
  const source = lensSource(size, zoom, middle)
  context.imageSmoothingEnabled = false
  context.clearRect(0, 0, size.width, size.height)
  const picture = readableOf(canvas)?.values?.() ?? null
  context.drawImage(
    picture ? onCanvas(picture, source) : canvas,
    -source.x * zoom,
    -source.y * zoom,
    canvas.width * zoom,
    canvas.height * zoom,
  )
  if (reading) {
    const { x, y, width, height } = reading.box
    const line = Math.round(2 * ratio)
    context.lineWidth = line
    context.strokeStyle = css(palettes[currentTheme()].accent)
    context.strokeRect(
      (x - source.x) * zoom - line / 2,
      (y - source.y) * zoom - line / 2,
      width * zoom + line,
      height * zoom + line,
    )
  }
  const words = reading?.text ?? ''
  if (text.textContent !== words) text.textContent = words
  const bounds = canvas.getBoundingClientRect()
  const scale = bounds.width / canvas.width
  const at = { x: bounds.left + middle.x * scale, y: bounds.top + middle.y * scale }
  const corner = lensCorner(
    { width: lens.offsetWidth, height: lens.offsetHeight },
    { width: innerWidth, height: innerHeight },
    at,
    lensDistancePx,
  )
  lens.style.translate = `${Math.round(corner.x)}px ${Math.round(corner.y)}px`
}

/** Image data as a canvas of its own; outside of `part` it need not be right. One canvas serves all frames. */
function onCanvas(picture: ImageData, part: { x: number; y: number; width: number; height: number }) {
  const { width, height } = picture
  if (scratch.width !== width || scratch.height !== height) Object.assign(scratch, { width, height })
  const left = Math.max(0, Math.floor(part.x))
  const top = Math.max(0, Math.floor(part.y))
  scratch
    .getContext('2d')
    ?.putImageData(picture, 0, 0, left, top, Math.ceil(part.width) + 1, Math.ceil(part.height) + 1)
  return scratch
}
const scratch = document.createElement('canvas')

/** Between what is pointed at and the lens, in CSS pixels: a fingertip and a bit. */
const lensDistancePx = 36
