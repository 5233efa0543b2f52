/** How many numbers each layer has learned, and how many of its neurons answer. */
import type { Plane } from '../../math/plane.ts'
import { sizeOf } from '../../math/plane.ts'
import { type LearningLayerName, learningLayers, tapShapes } from '../../network/spec.ts'

export type ParameterCount = {
  readonly layer: LearningLayerName
  readonly weights: number
  readonly biases: number
  /** Weights and biases. */
  readonly count: number
  /** Of all parameters of the network, 0…1. */
  readonly share: number
}

/** The parameters of each layer that learns, in the order data flows. */
export function parameterCounts(): readonly ParameterCount[] {
  const counts = learningLayers.map((layer) => {
    const weights = sizeOf(tapShapes[`${layer}/weights`])
    const biases = sizeOf(tapShapes[`${layer}/bias`])
    return { layer, weights, biases, count: weights + biases }
  })
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return counts.map((count) => ({ ...count, share: count.count / total }))
}

/** Neurons above zero: those that ReLU let through. */
export function activeCount({ values }: Plane): number {
  return values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
}

/** The input of fc1 at which a cell of pool2 ends up: row by row, in each row column by column, in each cell map by map. */
export function flatIndex(cell: {
  readonly map: number
  readonly row: number
  readonly column: number
}): number {
  const [, columns, maps] = tapShapes.pool2
  return (cell.row * columns + cell.column) * maps + cell.map
}
