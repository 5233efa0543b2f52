/** ReLU, the rectified linear unit: what is negative becomes zero, what is positive stays. */
import { type Floats, zeros } from './floats.ts'

/** max(0, x) for each value. */
export function relu<A extends Floats>(x: A): A {
  const y = zeros(x, x.length)
  for (let at = 0; at < x.length; at++) y[at] = Math.max(0, x[at]!)
  return y
}

/** ∂L/∂x: passes where x was positive, and stops elsewhere, at the kink x = 0 too. */
export function reluGradient<A extends Floats>(x: A, dy: A): A {
  const dx = zeros(x, x.length)
  for (let at = 0; at < x.length; at++) dx[at] = x[at]! > 0 ? dy[at]! : 0
  return dx
}
