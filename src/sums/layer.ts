/** Which kind of sum makes the numbers of a tap. */
import type { TapName } from '../network/spec.ts'
import type { ConvolutionName } from './convolution.ts'
import type { FullyConnectedName } from './fullyConnected.ts'
import type { PoolingName } from './pooling.ts'

export type SumLayer =
  | { readonly kind: 'pixel' | 'dropout' | 'softmax' | 'parameter' }
  | { readonly kind: 'convolution'; readonly layer: ConvolutionName; readonly isAfter: boolean }
  | { readonly kind: 'pooling'; readonly layer: PoolingName }
  | { readonly kind: 'fully-connected'; readonly layer: FullyConnectedName; readonly isAfter: boolean }

const layers = {
  input: { kind: 'pixel' },
  'conv1/weights': { kind: 'parameter' },
  'conv1/bias': { kind: 'parameter' },
  'conv1/pre': { kind: 'convolution', layer: 'conv1', isAfter: false },
  conv1: { kind: 'convolution', layer: 'conv1', isAfter: true },
  pool1: { kind: 'pooling', layer: 'pool1' },
  'conv2/weights': { kind: 'parameter' },
  'conv2/bias': { kind: 'parameter' },
  'conv2/pre': { kind: 'convolution', layer: 'conv2', isAfter: false },
  conv2: { kind: 'convolution', layer: 'conv2', isAfter: true },
  pool2: { kind: 'pooling', layer: 'pool2' },
  'fc1/weights': { kind: 'parameter' },
  'fc1/bias': { kind: 'parameter' },
  'fc1/pre': { kind: 'fully-connected', layer: 'fc1', isAfter: false },
  fc1: { kind: 'fully-connected', layer: 'fc1', isAfter: true },
  dropout: { kind: 'dropout' },
  'fc2/weights': { kind: 'parameter' },
  'fc2/bias': { kind: 'parameter' },
  fc2: { kind: 'fully-connected', layer: 'fc2', isAfter: false },
  softmax: { kind: 'softmax' },
} as const satisfies Record<TapName, SumLayer>

/** `isAfter`: the tap comes after ReLU. */
export function layerOf(tap: TapName): SumLayer {
  return layers[tap]
}
