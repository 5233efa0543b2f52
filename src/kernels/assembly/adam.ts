/** Adam in one pass over weights, moments and gradient. The formula stands in math/adam.ts. */

/** Values one item updates. */
export const adamChunk: i32 = 32768

/**
 * `rate` is η / (1 − β₁ᵗ); `secondShare` is 1 / (1 − β₂ᵗ); `new1` and `new2` are 1 − β, rounded after subtracting.
 * Weights and both moments change in place.
 */
export function adamItem(
  item: i32,
  w: usize,
  m: usize,
  v: usize,
  gradient: usize,
  length: i32,
  rate: f32,
  secondShare: f32,
  beta1: f32,
  new1: f32,
  beta2: f32,
  new2: f32,
  epsilon: f32,
): void {
  const first = item * adamChunk
  const last = min(first + adamChunk, length)
  const keep1 = f32x4.splat(beta1)
  const take1 = f32x4.splat(new1)
  const keep2 = f32x4.splat(beta2)
  const take2 = f32x4.splat(new2)
  const rates = f32x4.splat(rate)
  const shares = f32x4.splat(secondShare)
  const epsilons = f32x4.splat(epsilon)
  let at = first
  for (; at + 4 <= last; at += 4) {
    const offset = at * 4
    const g = v128.load(gradient + offset)
    const newM = f32x4.add(f32x4.mul(keep1, v128.load(m + offset)), f32x4.mul(take1, g))
    const newV = f32x4.add(f32x4.mul(keep2, v128.load(v + offset)), f32x4.mul(take2, f32x4.mul(g, g)))
    const size = f32x4.add(f32x4.sqrt(f32x4.mul(newV, shares)), epsilons)
    const move = f32x4.div(f32x4.mul(rates, newM), size)
    v128.store(m + offset, newM)
    v128.store(v + offset, newV)
    v128.store(w + offset, f32x4.sub(v128.load(w + offset), move))
  }
  for (; at < last; at++) {
    const offset = at * 4
    const g = load<f32>(gradient + offset)
    const newM = beta1 * load<f32>(m + offset) + new1 * g
    const newV = beta2 * load<f32>(v + offset) + new2 * (g * g)
    store<f32>(m + offset, newM)
    store<f32>(v + offset, newV)
    const move = (rate * newM) / (sqrt<f32>(newV * secondShare) + epsilon)
    store<f32>(w + offset, load<f32>(w + offset) - move)
  }
}
