/** A drawing as strokes on a square of side 1, and its ink as a picture. */

/** `ms` is when the pen was there, on the clock of the page. */
export type StrokePoint = { readonly x: number; readonly y: number; readonly ms: number }
/** What an eraser has gone over is paper again, until something is drawn there once more. */
export type Tool = 'pen' | 'eraser'
export type Stroke = { readonly tool: Tool; readonly points: readonly StrokePoint[] }

/** Widths as parts of the pad's side. The pen is about as thick as in MNIST once the digit fills its box. */
const widths: Record<Tool, number> = { pen: 0.085, eraser: 0.14 }

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Draws the strokes on a square of `side` pixels, in the context's own stroke colour. */
export function paintStrokes(context: Context, strokes: readonly Stroke[], side: number): void {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const { tool, points } of strokes) {
    const [first] = points
    if (!first) continue
    context.lineWidth = widths[tool] * side
    context.globalCompositeOperation = tool === 'eraser' ? 'destination-out' : 'source-over'
    context.beginPath()
    // A dot is a line nobody sees the length of: canvases leave out lines of no length, caps and all.
    context.moveTo(first.x * side, first.y * side)
    context.lineTo(first.x * side + 0.01, first.y * side)
    smoothPath(context, points, side)
    context.stroke()
  }
  context.globalCompositeOperation = 'source-over'
}

/** Curves through the middles between points: a hand makes no corners where the mouse was sampled. */
function smoothPath(context: Context, points: readonly StrokePoint[], side: number): void {
  for (let i = 1; i < points.length - 1; i++) {
    const { x, y } = points[i]
    const next = points[i + 1]
    context.quadraticCurveTo(x * side, y * side, ((x + next.x) / 2) * side, ((y + next.y) / 2) * side)
  }
  const last = points[points.length - 1]
  context.lineTo(last.x * side, last.y * side)
}

/** Side of the picture that is prepared: large enough that scaling down to 20 pixels averages over many. */
export const inkSide = 168

/** Kept: the ink is read again with every movement of the pen. */
let canvas: HTMLCanvasElement | null = null

/** The ink of a drawing, bytes 0 paper … 255 ink. Null where this browser gives no second canvas. */
export function rasterize(
  strokes: readonly Stroke[],
): { readonly inkHW: Uint8ClampedArray; readonly width: number; readonly height: number } | null {
  if (canvas === null) {
    canvas = document.createElement('canvas')
    canvas.width = inkSide
    canvas.height = inkSide
  }
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.clearRect(0, 0, inkSide, inkSide)
  paintStrokes(context, strokes, inkSide)
  const { data } = context.getImageData(0, 0, inkSide, inkSide)
  const inkHW = new Uint8ClampedArray(inkSide * inkSide)
  // Only the opacity counts, whatever the colour of the pen.
  for (let i = 0; i < inkHW.length; i++) inkHW[i] = data[4 * i + 3]
  return { inkHW, width: inkSide, height: inkSide }
}
