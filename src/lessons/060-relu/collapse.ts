/** The first filter and one filter channel of the second convolution, one after the other: without ReLU they are one filter. */
import { chainedFilter, windowSum } from '../../math/filter-chain.ts'
import type { Plane } from '../../math/plane.ts'
import { type PlaneName, shapeOf } from '../../network/derivedTaps.ts'
import { imageSide } from '../../network/spec.ts'
import type { MapCell } from '../../paint/mapGrid.ts'

export const side = 5
export const chainedSide = 2 * side - 1

export type Collapse = {
  /** 5 × 5: the filter of conv1. */
  readonly first: Float32Array
  /** 5 × 5: the channel that a filter of conv2 has for this map. */
  readonly second: Float32Array
  /** 9 × 9: both in one. */
  readonly chained: Float32Array
  /** Number after number, with nothing between the convolutions. */
  readonly inTwo: number
  /** 81 pixels times 81 weights, and one bias. */
  readonly inOne: number
  /** As `inTwo`, with ReLU between the convolutions. */
  readonly withRelu: number
  /** So close to the edge the second convolution sees zeros of the padding, and the two ways differ. */
  readonly isAtBorder: boolean
}

/**
 * Max pooling, which stands between the two in the network, is left out; the bias of conv1 stays in.
 * @param at map of conv1 and place in it
 * @param filter of conv2
 */
export function collapseOf(
  planes: ReadonlyMap<PlaneName, Plane>,
  at: MapCell,
  filter: number,
): Collapse | null {
  const input = planes.get('input')?.values
  const before = planes.get('conv1/pre')?.values
  const firstWeights = planes.get('conv1/weights')?.values
  const secondWeights = planes.get('conv2/weights')?.values
  const bias = planes.get('conv1/bias')?.values[at.map]
  if (!input || !before || !firstWeights || !secondWeights || bias === undefined) return null
  const [, , maps, filters] = shapeOf('conv2/weights')
  const places = side ** 2
  const first = Float32Array.from({ length: places }, (_, place) => firstWeights[place * maps + at.map])
  const second = Float32Array.from(
    { length: places },
    (_, place) => secondWeights[(place * maps + at.map) * filters + filter],
  )
  const chained = chainedFilter(first, second, side)
  const map = Float32Array.from({ length: imageSide ** 2 }, (_, place) => before[place * maps + at.map])
  const place = { row: at.row, column: at.column, width: imageSide, side }
  const biasInAll = bias * second.reduce((sum, weight) => sum + weight, 0)
  const isNearEdge = (at: number) => at < 2 || at > imageSide - 3
  return {
    first,
    second,
    chained,
    inTwo: windowSum(map, second, place),
    inOne: windowSum(input, chained, { ...place, side: chainedSide }) + biasInAll,
    withRelu: windowSum(
      map.map((value) => Math.max(0, value)),
      second,
      place,
    ),
    isAtBorder: isNearEdge(at.row) || isNearEdge(at.column),
  }
}
