/** A drawing as strokes on a square of side 1, and its ink as a picture. */

export type StrokePoint = { readonly x: number; readonly y: number }
export type Stroke = readonly StrokePoint[]

/** Pen width as a part of the pad's side: about as thick as in MNIST once the digit fills its box. */
export const penWidth = 0.085

/** Draws the strokes on a square of `side` pixels, in the context's own stroke colour. */
export function paintStrokes(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  strokes: readonly Stroke[],
  side: number,
): void {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = penWidth * side
  for (const stroke of strokes) {
    context.beginPath()
    const [first] = stroke
    // A dot is a line nobody sees the length of: canvases leave out lines of no length, caps and all.
    context.moveTo(first.x * side, first.y * side)
    context.lineTo(first.x * side + 0.01, first.y * side)
    smoothPath(context, stroke, side)
    context.stroke()
  }
}

/** Curves through the middles between points: a hand makes no corners where the mouse was sampled. */
function smoothPath(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  stroke: Stroke,
  side: number,
): void {
  for (let i = 1; i < stroke.length - 1; i++) {
    const { x, y } = stroke[i]
    const next = stroke[i + 1]
    context.quadraticCurveTo(x * side, y * side, ((x + next.x) / 2) * side, ((y + next.y) / 2) * side)
  }
  const last = stroke[stroke.length - 1]
  context.lineTo(last.x * side, last.y * side)
}

/** Side of the picture that is prepared: large enough that scaling down to 20 pixels averages over many. */
const inkSide = 168

/** The ink of a drawing, bytes 0 paper … 255 ink. Null where this browser gives no second canvas. */
export function rasterize(
  strokes: readonly Stroke[],
): { readonly inkHW: Uint8ClampedArray; readonly width: number; readonly height: number } | null {
  const canvas = document.createElement('canvas')
  canvas.width = inkSide
  canvas.height = inkSide
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  paintStrokes(context, strokes, inkSide)
  const { data } = context.getImageData(0, 0, inkSide, inkSide)
  const inkHW = new Uint8ClampedArray(inkSide * inkSide)
  // Only the opacity counts, whatever the colour of the pen.
  for (let i = 0; i < inkHW.length; i++) inkHW[i] = data[4 * i + 3]
  return { inkHW, width: inkSide, height: inkSide }
}
