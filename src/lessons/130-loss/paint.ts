/** The curve −ln p with points on it. All in device pixels. */
import { css, type Palette } from '../../paint/color.ts'

export type LossPoint = {
  readonly probability: number
  readonly loss: number
  readonly color: 'accent' | 'muted'
  /** Spoken of at this moment. */
  readonly lit: boolean
}

export type CurveLook = {
  /** The axis reaches so far at least. */
  readonly reach: number
  readonly palette: Palette
  readonly font: string
  readonly fontSize: number
  readonly line: number
  readonly number: (value: number, decimals: number) => string
  readonly xName: string
  readonly yName: string
}

/** The axis of the loss ends here, or at the next multiple of five above the largest loss to be shown. */
export function lossAxisEnd(losses: readonly number[]): number {
  return Math.max(5, Math.ceil(Math.max(0, ...losses) / 5) * 5)
}

/** Draws the axes, the curve from p = 0 to 1 and the points, each with the lines to its two numbers. */
export function paintLossCurve(
  context: CanvasRenderingContext2D,
  box: { readonly width: number; readonly height: number },
  points: readonly LossPoint[],
  look: CurveLook,
): void {
  const { palette, fontSize, line } = look
  const end = lossAxisEnd([look.reach, ...points.map(({ loss }) => loss)])
  const left = Math.round(fontSize * 2.4)
  const top = Math.round(fontSize * 1.8)
  const width = box.width - left - Math.round(fontSize * 1.2)
  const height = box.height - top - Math.round(fontSize * 3)
  const x = (probability: number) => left + probability * width
  const y = (loss: number) => top + height * (1 - loss / end)

  context.clearRect(0, 0, box.width, box.height)
  context.font = `${fontSize}px ${look.font}`
  context.lineWidth = line

  for (let tick = 0; tick <= 5; tick++) {
    const loss = (end * tick) / 5
    stroke(context, css(palette.rule), [x(0), y(loss)], [x(1), y(loss)])
    write(look.number(loss, 0), x(0) - fontSize * 0.5, y(loss), 'right', 'middle')
    write(look.number(tick / 5, 1), x(tick / 5), y(0) + fontSize * 0.4, 'center', 'top')
  }
  write(look.yName, 0, 0, 'left', 'top')
  write(look.xName, x(1), box.height, 'right', 'bottom')

  context.beginPath()
  context.moveTo(x(Math.exp(-end)), y(end))
  for (let pixel = Math.ceil(Math.exp(-end) * width); pixel <= width; pixel++) {
    context.lineTo(left + pixel, y(-Math.log(pixel / width)))
  }
  context.strokeStyle = css(palette.ink)
  context.lineWidth = line * 2
  context.stroke()

  for (const { probability, loss, color, lit } of points) {
    const [px, py] = [x(probability), y(loss)]
    context.setLineDash(lit ? [] : [line * 4, line * 4])
    stroke(context, css(palette[color]), [px, y(0)], [px, py])
    stroke(context, css(palette[color]), [x(0), py], [px, py])
    context.setLineDash([])
    context.beginPath()
    context.arc(px, py, line * (lit ? 9 : 6), 0, 2 * Math.PI)
    context.fillStyle = css(palette[color])
    context.fill()
  }

  function write(
    text: string,
    atX: number,
    atY: number,
    align: CanvasTextAlign,
    baseline: CanvasTextBaseline,
  ) {
    context.textAlign = align
    context.textBaseline = baseline
    context.fillStyle = css(palette.muted)
    context.fillText(text, atX, atY)
  }
}

type Place = readonly [x: number, y: number]

function stroke(context: CanvasRenderingContext2D, color: string, from: Place, to: Place) {
  context.strokeStyle = color
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
}
