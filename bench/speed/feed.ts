/** The digits, their order and the first weights of the page's own run with seed 1: the same for everyone. */
import { type Batches, createBatches } from '../../src/data/batches.ts'
import { loadMnist } from '../../src/data/mnist.ts'
import type { LabelledImages } from '../../src/data/sets.ts'
import { initialParameters, parameterRecord } from '../../src/network/parameters.ts'
import type { ParameterValues } from '../../src/network/spec.ts'
import { type ParameterName, tapShapes, training } from '../../src/network/spec.ts'

export const seed = 1

export async function loadTrainingSet(): Promise<LabelledImages> {
  const mnist = await loadMnist(
    `${self.location.origin}/bench-mnist/`,
    () => {},
    new AbortController().signal,
  )
  if (!mnist) throw new Error('MNIST is not there.')
  return mnist.splits.train
}

export function batchesOf(set: LabelledImages, batchSize: number = training.batchSize): Batches {
  return createBatches(set, batchSize, { seed, imagesDrawn: 0 })
}

export function firstWeights(): ParameterValues {
  return initialParameters(seed)
}

export type ShapedValues = { readonly values: Float32Array; readonly shape: readonly number[] }

/** The same weights for those whose maps lie channel by channel: filters [out, in, y, x], rows of fc1 (channel, y, x). */
export function firstWeightsChannelsFirst(): Record<ParameterName, ShapedValues> {
  const weights = firstWeights()
  return parameterRecord((name): ShapedValues => {
    const shape = tapShapes[name]
    if (name === 'fc1/weights') {
      const rows = permuted({ values: weights[name], shape: [...tapShapes.pool2, shape[1]!] }, [2, 0, 1, 3])
      return { values: rows.values, shape }
    }
    const own = { values: weights[name], shape }
    return shape.length === 4 ? permuted(own, [3, 2, 0, 1]) : own
  })
}

/** Axis `i` of the result is axis `order[i]` of what is given; four axes. */
function permuted({ values, shape }: ShapedValues, order: readonly number[]): ShapedValues {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((size, side) => size * side, 1))
  const [a, b, c, d] = order.map((axis) => ({ side: shape[axis]!, stride: strides[axis]! })) as [
    Axis,
    Axis,
    Axis,
    Axis,
  ]
  const result = new Float32Array(values.length)
  let at = 0
  for (let i = 0; i < a.side; i++) {
    for (let j = 0; j < b.side; j++) {
      for (let k = 0; k < c.side; k++) {
        for (let l = 0; l < d.side; l++) {
          result[at++] = values[i * a.stride + j * b.stride + k * c.stride + l * d.stride]!
        }
      }
    }
  }
  return { values: result, shape: order.map((axis) => shape[axis]!) }
}

type Axis = { readonly side: number; readonly stride: number }
