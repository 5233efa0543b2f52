/** Sums of squares over gradient, update and weights of a variable: how large they are. Adam's formula stands in math/adam.ts. */
import { adamChunk } from './adam'

/** Single precision may add up so many sums of four before their rounding shows; then double precision goes on. */
const shortRun: i32 = 1024

/**
 * Of `adamChunk` values, after their update. The update of a weight is m / (√(v · secondShare) + ε) times a rate that the
 * caller knows. Writes three doubles behind `sums`, at the item's place.
 */
export function squaresItem(
  item: i32,
  w: usize,
  m: usize,
  v: usize,
  gradient: usize,
  length: i32,
  sums: usize,
  secondShare: f32,
  epsilon: f32,
): void {
  const last = min((item + 1) * adamChunk, length)
  const shares = f32x4.splat(secondShare)
  const epsilons = f32x4.splat(epsilon)
  let gradients: f64 = 0
  let updates: f64 = 0
  let weights: f64 = 0
  let at = item * adamChunk
  while (at + 4 <= last) {
    const end = min(at + shortRun, last)
    let ofGradients = f32x4.splat(0)
    let ofUpdates = f32x4.splat(0)
    let ofWeights = f32x4.splat(0)
    for (; at + 4 <= end; at += 4) {
      const offset = at * 4
      const g = v128.load(gradient + offset)
      const value = v128.load(w + offset)
      const size = f32x4.add(f32x4.sqrt(f32x4.mul(v128.load(v + offset), shares)), epsilons)
      const update = f32x4.div(v128.load(m + offset), size)
      ofGradients = f32x4.add(ofGradients, f32x4.mul(g, g))
      ofUpdates = f32x4.add(ofUpdates, f32x4.mul(update, update))
      ofWeights = f32x4.add(ofWeights, f32x4.mul(value, value))
    }
    gradients += total(ofGradients)
    updates += total(ofUpdates)
    weights += total(ofWeights)
  }
  for (; at < last; at++) {
    const offset = at * 4
    const g = load<f32>(gradient + offset)
    const value = load<f32>(w + offset)
    const update = load<f32>(m + offset) / (sqrt<f32>(load<f32>(v + offset) * secondShare) + epsilon)
    gradients += <f64>(g * g)
    updates += <f64>(update * update)
    weights += <f64>(value * value)
  }
  store<f64>(sums + item * 24, gradients)
  store<f64>(sums + item * 24, updates, 8)
  store<f64>(sums + item * 24, weights, 16)
}

function total(sums: v128): f64 {
  return (
    <f64>f32x4.extract_lane(sums, 0) +
    <f64>f32x4.extract_lane(sums, 1) +
    <f64>f32x4.extract_lane(sums, 2) +
    <f64>f32x4.extract_lane(sums, 3)
  )
}
