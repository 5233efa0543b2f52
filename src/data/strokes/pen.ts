/** Ink on paper: curves with a width become a grey picture. */
import type { Grey } from '../prepareDrawing.ts'
import type { Curve } from './path.ts'

export type PenStroke = { readonly curve: Curve; readonly radii: Float32Array }

/**
 * All strokes on one sheet, scaled so that their longer side is `side` pixels (without the pen's width). Each segment
 * is a capsule; a pixel's ink is how far its middle lies inside, from 0 half a pixel outside to 1 half a pixel
 * inside. Radii and points are in the same unit. `ink` is the darkness of the pen, 0 … 1.
 */
export function drawStrokes(strokes: readonly PenStroke[], side: number, ink: number): Grey {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  let widest = 0
  for (const { curve, radii } of strokes) {
    for (let index = 0; index < curve.xs.length; index++) {
      left = Math.min(left, curve.xs[index]!)
      right = Math.max(right, curve.xs[index]!)
      top = Math.min(top, curve.ys[index]!)
      bottom = Math.max(bottom, curve.ys[index]!)
      widest = Math.max(widest, radii[index]!)
    }
  }
  const scale = side / Math.max(right - left, bottom - top)
  const margin = Math.ceil(widest * scale) + 2
  const width = Math.ceil((right - left) * scale) + 2 * margin
  const height = Math.ceil((bottom - top) * scale) + 2 * margin
  const inkHW = new Float32Array(width * height)
  for (const { curve, radii } of strokes) {
    for (let index = 0; index < curve.xs.length; index++) {
      const next = Math.min(index + 1, curve.xs.length - 1)
      addCapsule(inkHW, width, {
        x0: (curve.xs[index]! - left) * scale + margin,
        y0: (curve.ys[index]! - top) * scale + margin,
        x1: (curve.xs[next]! - left) * scale + margin,
        y1: (curve.ys[next]! - top) * scale + margin,
        radius: radii[index]! * scale,
        ink,
      })
    }
  }
  return { inkHW, width, height }
}

type Capsule = {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly radius: number
  readonly ink: number
}

/** Keeps the darker of what is there and the capsule around the segment (x0, y0)–(x1, y1), which must fit the sheet. */
function addCapsule(inkHW: Float32Array, width: number, { x0, y0, x1, y1, radius, ink }: Capsule): void {
  const dx = x1 - x0
  const dy = y1 - y0
  const lengthSquared = dx * dx + dy * dy
  const reach = radius + 0.5
  const lastY = Math.floor(Math.max(y0, y1) + reach)
  const firstX = Math.floor(Math.min(x0, x1) - reach)
  const lastX = Math.floor(Math.max(x0, x1) + reach)
  for (let y = Math.floor(Math.min(y0, y1) - reach); y <= lastY; y++) {
    const py = y + 0.5 - y0
    for (let x = firstX; x <= lastX; x++) {
      const px = x + 0.5 - x0
      let t = lengthSquared > 0 ? (px * dx + py * dy) / lengthSquared : 0
      t = t < 0 ? 0 : t > 1 ? 1 : t
      const awayX = px - t * dx
      const awayY = py - t * dy
      const awaySquared = awayX * awayX + awayY * awayY
      if (awaySquared >= reach * reach) continue
      const inside = reach - Math.sqrt(awaySquared)
      const value = inside >= 1 ? ink : inside * ink
      const at = y * width + x
      if (value > inkHW[at]!) inkHW[at] = value
    }
  }
}
