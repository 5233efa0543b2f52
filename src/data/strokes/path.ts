/** Strokes of the pen as points, and smooth curves through them. x grows to the right, y downwards. */

/** A place on the paper; a `corner` is where the pen changes direction at once. */
export type Point = readonly [x: number, y: number, corner?: 'corner']
export type Stroke = readonly Point[]

/**
 * A stroke from its points in hundredths, `'x,y x,y …'`; a `!` after a point makes it a corner. Throws for text that
 * is no such list.
 */
export function pen(text: string): Point[] {
  return text.split(' ').map((word): Point => {
    const parts = /^(\d+),(\d+)(!?)$/.exec(word)
    if (!parts) throw new Error(`“${word}” is no point of a stroke.`)
    const x = Number(parts[1]) / 100
    const y = Number(parts[2]) / 100
    return parts[3] ? [x, y, 'corner'] : [x, y]
  })
}

/**
 * Points on an ellipse around (cx, cy), one about every 45°. Angles in degrees as on a clock: 0 is the top, 90 the
 * right; `to` below `from` runs counter-clockwise, and differences above 360 run around more than once.
 */
export function arc(
  centre: readonly [x: number, y: number],
  radius: readonly [x: number, y: number],
  angles: readonly [from: number, to: number],
): Point[] {
  const [from, to] = angles
  const pieces = Math.max(1, Math.round(Math.abs(to - from) / 45))
  return Array.from({ length: pieces + 1 }, (_, index): Point => {
    const angle = ((from + ((to - from) * index) / pieces) * Math.PI) / 180
    return [centre[0] + radius[0] * Math.sin(angle), centre[1] - radius[1] * Math.cos(angle)]
  })
}

/** A curve as many close points: `xs[i]`, `ys[i]`. */
export type Curve = { readonly xs: number[]; readonly ys: number[] }

/**
 * The Catmull-Rom curve through the points: between p1 and p2 it leaves with the direction p2 − p0 and arrives with
 * p3 − p1, so it passes every point without a kink. At the ends and at corners the missing neighbour is the point
 * itself. Each piece becomes segments of about `spacing`.
 */
export function curveThrough(stroke: Stroke, spacing: number): Curve {
  const xs: number[] = []
  const ys: number[] = []
  for (let index = 0; index + 1 < stroke.length; index++) {
    const p1 = stroke[index]!
    const p2 = stroke[index + 1]!
    const p0 = p1[2] === 'corner' ? p1 : (stroke[index - 1] ?? p1)
    const p3 = p2[2] === 'corner' ? p2 : (stroke[index + 2] ?? p2)
    const pieces = Math.max(1, Math.ceil(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / spacing))
    for (let piece = 0; piece < pieces; piece++) {
      const t = piece / pieces
      xs.push(catmullRom(p0[0], p1[0], p2[0], p3[0], t))
      ys.push(catmullRom(p0[1], p1[1], p2[1], p3[1], t))
    }
  }
  const last = stroke[stroke.length - 1]
  if (last) {
    xs.push(last[0])
    ys.push(last[1])
  }
  return { xs, ys }
}

/** One coordinate of the uniform Catmull-Rom cubic between p1 (t = 0) and p2 (t = 1). */
function catmullRom(p0: number, p1: number, p2: number, p3: number, t: number): number {
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)))
}
