/**
 * PyTorch's order of the same numbers. Filters: output channel, input channel, row, column instead of row, column, input channel, output
 * channel. Fully connected: output, input instead of input, output; and as a map lies channel by channel there, flattening gives channel,
 * row, column, where here it gives row, column, channel.
 */
import type { ParameterName } from '../network/spec.ts'
import { reordered } from './reordered.ts'

const torchName = {
  'conv1/weights': 'conv1.weight',
  'conv1/bias': 'conv1.bias',
  'conv2/weights': 'conv2.weight',
  'conv2/bias': 'conv2.bias',
  'fc1/weights': 'fc1.weight',
  'fc1/bias': 'fc1.bias',
  'fc2/weights': 'fc2.weight',
  'fc2/bias': 'fc2.bias',
} as const satisfies Record<ParameterName, string>
export const torchNames: Readonly<Record<ParameterName, string>> = torchName

export const torchShapes: Readonly<Record<ParameterName, readonly number[]>> = {
  'conv1/weights': [32, 1, 5, 5],
  'conv1/bias': [32],
  'conv2/weights': [64, 32, 5, 5],
  'conv2/bias': [64],
  'fc1/weights': [1024, 3136],
  'fc1/bias': [1024],
  'fc2/weights': [10, 1024],
  'fc2/bias': [10],
}

/** How the axes of ours are found in PyTorch's: sizes of PyTorch's block, and which of its axes is each of ours. */
const orders: Partial<Record<ParameterName, { sides: readonly number[]; axes: readonly number[] }>> = {
  'conv1/weights': { sides: [32, 1, 5, 5], axes: [2, 3, 1, 0] },
  'conv2/weights': { sides: [64, 32, 5, 5], axes: [2, 3, 1, 0] },
  // Output, channel, row, column becomes row, column, channel, output.
  'fc1/weights': { sides: [1024, 64, 7, 7], axes: [2, 3, 1, 0] },
  'fc2/weights': { sides: [10, 1024], axes: [1, 0] },
}

/** Values of one variable in PyTorch's order, brought into ours. */
export function fromTorch(name: ParameterName, values: Float32Array): Float32Array {
  const order = orders[name]
  return order ? reordered(values, order.sides, order.axes) : values
}
