/** What speaks for an answer or a neuron, at each level down to the pixels. Pure numbers from the planes of one frame. */
import type { Plane } from '../../math/plane.ts'
import type { PlaneName, TracedTap, TraceStart } from '../../network/derivedTaps.ts'
import type { Site } from '../../sums/explanation.ts'

export type Trace = {
  readonly start: TraceStart
  readonly unit: number
  /** The number traced: a logit, or a neuron before ReLU. */
  readonly number: 'fc2' | 'fc1/pre'
  /** From the number down. */
  readonly levels: readonly TracedTap[]
}

/** What can be traced from a site; null where nothing can: below fc1 the sum itself shows it. */
export function traceFrom({ tap, map, version }: Site): Trace | null {
  if (version !== undefined) return null
  if (tap === 'fc2' || tap === 'softmax')
    return { start: 'fc2', unit: map, number: 'fc2', levels: ['fc1', 'pool2', 'pool1', 'input'] }
  if (tap === 'fc1' || tap === 'fc1/pre')
    return { start: 'fc1', unit: map, number: 'fc1/pre', levels: ['pool2', 'pool1', 'input'] }
  return null
}

export function traceTap({ start, unit }: Trace, level: TracedTap): PlaneName {
  return `trace/${start}/${unit}/${level}`
}

/** What every frame must hold for a trace. */
export function tapsOfTrace(trace: Trace): readonly PlaneName[] {
  return [trace.number, ...trace.levels.map((level) => traceTap(trace, level))]
}

/** One level: what speaks for it, what against it, and what the biases between this level and the number add. */
export type Level = {
  readonly positive: number
  readonly negative: number
  readonly remainder: number
  readonly total: number
}

export function levelOf({ values }: Plane, total: number): Level {
  let positive = 0
  let negative = 0
  for (const value of values) {
    if (value > 0) positive += value
    else negative += value
  }
  return { positive, negative, remainder: total - positive - negative, total }
}

export type MapSum = { readonly map: number; readonly sum: number }

/** The `count` maps whose contributions, added up, are farthest from zero; the farthest first. */
export function strongestMaps({ shape, values }: Plane, count: number): readonly MapSum[] {
  const mapCount = shape[shape.length - 1]
  const sums = Array.from({ length: mapCount }, (_, map) => ({ map, sum: 0 }))
  for (let i = 0; i < values.length; i++) sums[i % mapCount].sum += values[i]
  return sums.sort((one, other) => Math.abs(other.sum) - Math.abs(one.sum)).slice(0, count)
}

/** Only these maps of a plane [height, width, map], in this order. */
export function onlyMaps({ shape, values }: Plane, maps: readonly number[]): Plane {
  const [height, width, mapCount] = shape
  const chosen = new Float32Array(height * width * maps.length)
  for (let place = 0; place < height * width; place++) {
    for (const [at, map] of maps.entries()) chosen[place * maps.length + at] = values[place * mapCount + map]
  }
  return { shape: [height, width, maps.length], values: chosen }
}
