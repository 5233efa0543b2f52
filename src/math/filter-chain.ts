/**
 * Two convolutions in a row without anything between them are one. With y[j] = Σ over a of w[a] · x[j+a] and
 * z[i] = Σ over b of v[b] · y[i+b]:
 *
 *   z[i] = Σ over c of k[c] · x[i+c],   k[c] = Σ over a + b = c of w[a] · v[b]
 *
 * Places are two-dimensional; two filters of side s make one of side 2s − 1. At the border of an image it does not hold:
 * there the second convolution sees zeros where y would go on.
 */
import { type Floats, zeros } from './floats.ts'

/** k as above, row by row, for two square filters of the same odd `side`. */
export function chainedFilter<A extends Floats>(firstHW: A, secondHW: A, side: number): A {
  const chainedSide = 2 * side - 1
  const chainedHW = zeros(firstHW, chainedSide ** 2)
  for (let first = 0; first < side ** 2; first++) {
    for (let second = 0; second < side ** 2; second++) {
      const row = Math.floor(first / side) + Math.floor(second / side)
      const column = (first % side) + (second % side)
      chainedHW[row * chainedSide + column]! += firstHW[first]! * secondHW[second]!
    }
  }
  return chainedHW
}

/** One place of a convolution of one map: what lies outside of it counts as zero. */
export function windowSum(
  mapHW: Floats,
  filterHW: Floats,
  at: { readonly row: number; readonly column: number; readonly width: number; readonly side: number },
): number {
  const reach = (at.side - 1) / 2
  const height = mapHW.length / at.width
  let sum = 0
  for (const [place, weight] of filterHW.entries()) {
    const row = at.row + Math.floor(place / at.side) - reach
    const column = at.column + (place % at.side) - reach
    const isInside = row >= 0 && row < height && column >= 0 && column < at.width
    if (isInside) sum += weight * mapHW[row * at.width + column]!
  }
  return sum
}
