/**
 * What makes every written digit another one: the hand that leans, hurries, wobbles and presses.
 * All lengths are in heights of a digit. The ranges are wider than most hands: what is too rare here, a network
 * trained on these digits could not read.
 */
import { normal, type Random, uniform } from '../../math/random.ts'
import type { Curve, Stroke } from './path.ts'

/** A place (x, y) goes to `[x, y]` of the result. */
type Warp = (x: number, y: number) => readonly [x: number, y: number]

const within = (low: number, high: number, random: Random) => low + (high - low) * uniform(random)

/**
 * Moves every point of the skeleton by about `deviation`. Neighbours move together in part (a drift, not a shiver),
 * so that an arc stays an arc; the ends move on their own: no two strokes begin alike.
 */
export function wobble(stroke: Stroke, deviation: number, random: Random): Stroke {
  const keep = 0.7
  const fresh = deviation * Math.sqrt(1 - keep * keep)
  let driftX = deviation * normal(random)
  let driftY = deviation * normal(random)
  return stroke.map(([x, y, corner], index) => {
    driftX = keep * driftX + fresh * normal(random)
    driftY = keep * driftY + fresh * normal(random)
    const isEnd = index === 0 || index === stroke.length - 1
    const endX = isEnd ? deviation * normal(random) : 0
    const endY = isEnd ? deviation * normal(random) : 0
    return [x + driftX + endX, y + driftY + endY, corner] as const
  })
}

/**
 * One hand's distortion of the whole digit: proportions, a smooth elastic field (`distortion` times its usual size),
 * slant and rotation.
 */
export function createWarp(distortion: number, random: Random): Warp {
  const bend = createField(0.045 * distortion, random)
  const aspect = 1.08 * Math.exp(0.22 * normal(random))
  // Slant is the shift in x per height; writers lean right more often than left.
  const slant = 0.18 + 0.25 * normal(random)
  const angle = 0.12 * normal(random)
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  // Above 1 the upper half of the digit grows at the lower half's cost, below 1 the other way round.
  const lift = Math.exp(0.18 * normal(random))
  const taper = 0.22 * normal(random)
  return (x, y) => {
    const tall = y <= 0 ? y : y ** lift
    const wide = (x - 0.3) * (1 + taper * (tall - 0.5))
    const [dx, dy] = bend(wide, tall)
    const u = aspect * (wide + dx) - slant * (tall - 0.5)
    const v = tall + dy - 0.5
    return [cosine * u - sine * v, sine * u + cosine * v]
  }
}

/** A smooth random field of displacements: a few plane waves of about `size`, each about as long as the digit is high. */
function createField(size: number, random: Random): Warp {
  const waves = Array.from({ length: 3 }, () => ({
    alongX: 2 * Math.PI * within(-1.2, 1.2, random),
    alongY: 2 * Math.PI * within(-1.2, 1.2, random),
    phase: within(0, 2 * Math.PI, random),
    sizeX: size * normal(random),
    sizeY: size * normal(random),
  }))
  return (x, y) => {
    let dx = 0
    let dy = 0
    for (const wave of waves) {
      const height = Math.sin(wave.alongX * x + wave.alongY * y + wave.phase)
      dx += wave.sizeX * height
      dy += wave.sizeY * height
    }
    return [dx, dy]
  }
}

/** Applies the warp in place. */
export function warpCurve({ xs, ys }: Curve, warp: Warp): void {
  for (let index = 0; index < xs.length; index++) {
    const [x, y] = warp(xs[index]!, ys[index]!)
    xs[index] = x
    ys[index] = y
  }
}

/** Half the stroke's width at each of `count` points: a hand's own width, changing with pressure along the stroke. */
export function penRadii(count: number, radius: number, random: Random): Float32Array {
  const waves = within(0.3, 1.6, random)
  const phase = within(0, 2 * Math.PI, random)
  const swing = within(0, 0.22, random)
  const fadeStart = within(0, 0.35, random)
  const fadeEnd = within(0, 0.5, random)
  return Float32Array.from({ length: count }, (_, index) => {
    const t = index / Math.max(1, count - 1)
    // The pen lands and leaves within the first and last eighth of the stroke.
    const landing = 1 - fadeStart * Math.max(0, 1 - 8 * t)
    const leaving = 1 - fadeEnd * Math.max(0, 1 - 8 * (1 - t))
    const pressure = 1 + swing * Math.sin(2 * Math.PI * waves * t + phase)
    return radius * pressure * landing * leaving * (1 + 0.08 * normal(random))
  })
}
