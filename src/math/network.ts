/** The whole network, forward and backward, in plain loops: the oracle that every fast version is compared with. */
import { biasGradient, convolve, filterGradient, inputGradient } from './convolution.ts'
import { crossEntropyGradient, meanCrossEntropy } from './cross-entropy.ts'
import { applyMask } from './dropout.ts'
import type { Floats } from './floats.ts'
import * as fully from './fully-connected.ts'
import { maxPool, maxPoolGradient } from './pooling.ts'
import { relu, reluGradient } from './relu.ts'

/** Sizes are parameters so that tests can use a network small enough for finite differences. */
export type NetworkSizes = {
  /** Height and width of an image, divisible by four. */
  readonly imageSide: number
  readonly filterSide: number
  readonly conv1Channels: number
  readonly conv2Channels: number
  readonly fc1Neurons: number
  readonly classes: number
}

/** Deep MNIST's own. */
export const deepMnistSizes: NetworkSizes = {
  imageSide: 28,
  filterSide: 5,
  conv1Channels: 32,
  conv2Channels: 64,
  fc1Neurons: 1024,
  classes: 10,
}

export type NetworkParameter =
  | 'conv1/weights'
  | 'conv1/bias'
  | 'conv2/weights'
  | 'conv2/bias'
  | 'fc1/weights'
  | 'fc1/bias'
  | 'fc2/weights'
  | 'fc2/bias'

export type NetworkParameters<A extends Floats> = Readonly<Record<NetworkParameter, A>>

/** Everything between the images (n · side², 0 … 1) and the logits. `mask` is n · fc1Neurons factors, null without dropout. */
export function forward<A extends Floats>(
  parameters: NetworkParameters<A>,
  imagesNHW: A,
  { sizes, mask }: { readonly sizes: NetworkSizes; readonly mask: A | null },
) {
  const shapes = layerSizes(imagesNHW, sizes)
  const conv1Pre = convolve(imagesNHW, parameters['conv1/weights'], parameters['conv1/bias'], shapes.conv1)
  const conv1 = relu(conv1Pre)
  const pool1 = maxPool(conv1, shapes.pool1)
  const conv2Pre = convolve(pool1, parameters['conv2/weights'], parameters['conv2/bias'], shapes.conv2)
  const conv2 = relu(conv2Pre)
  // Row, column, channel is the order in memory already: flattening needs no work.
  const pool2 = maxPool(conv2, shapes.pool2)
  const fc1Pre = fully.fullyConnected(pool2, parameters['fc1/weights'], parameters['fc1/bias'], shapes.fc1)
  const fc1 = relu(fc1Pre)
  const dropout = mask === null ? fc1 : applyMask(fc1, mask)
  const logits = fully.fullyConnected(dropout, parameters['fc2/weights'], parameters['fc2/bias'], shapes.fc2)
  return { conv1Pre, conv1, pool1, conv2Pre, conv2, pool2, fc1Pre, fc1, dropout, logits }
}

/** The gradients of the loss with respect to what flows through the network, image after image. */
export type MapGradients<A extends Floats> = Readonly<
  Record<
    | 'input'
    | 'conv1/pre'
    | 'conv1'
    | 'pool1'
    | 'conv2/pre'
    | 'conv2'
    | 'pool2'
    | 'fc1/pre'
    | 'fc1'
    | 'dropout'
    | 'fc2',
    A
  >
>

/** Mean cross-entropy of a batch and its gradient with respect to all eight parameters, by backpropagation. */
export function lossAndGradients<A extends Floats>(
  parameters: NetworkParameters<A>,
  batch: { readonly imagesNHW: A; readonly labels: Uint8Array },
  { sizes, mask }: { readonly sizes: NetworkSizes; readonly mask: A | null },
): { loss: number; logits: A; gradients: NetworkParameters<A>; maps: MapGradients<A> } {
  const { imagesNHW, labels } = batch
  const shapes = layerSizes(imagesNHW, sizes)
  const seen = forward(parameters, imagesNHW, { sizes, mask })

  // From the end to the start: d… is the gradient of the loss with respect to what has the rest of the name.
  const dLogits = crossEntropyGradient(seen.logits, labels, sizes.classes)
  const dDropout = fully.inputGradient(dLogits, parameters['fc2/weights'], shapes.fc2)
  const dFc1 = mask === null ? dDropout : applyMask(dDropout, mask)
  const dFc1Pre = reluGradient(seen.fc1Pre, dFc1)
  const dPool2 = fully.inputGradient(dFc1Pre, parameters['fc1/weights'], shapes.fc1)
  const dConv2 = maxPoolGradient(seen.conv2, dPool2, shapes.pool2)
  const dConv2Pre = reluGradient(seen.conv2Pre, dConv2)
  const dPool1 = inputGradient(dConv2Pre, parameters['conv2/weights'], shapes.conv2)
  const dConv1 = maxPoolGradient(seen.conv1, dPool1, shapes.pool1)
  const dConv1Pre = reluGradient(seen.conv1Pre, dConv1)

  return {
    loss: meanCrossEntropy(seen.logits, labels, sizes.classes),
    logits: seen.logits,
    maps: {
      input: inputGradient(dConv1Pre, parameters['conv1/weights'], shapes.conv1),
      'conv1/pre': dConv1Pre,
      conv1: dConv1,
      pool1: dPool1,
      'conv2/pre': dConv2Pre,
      conv2: dConv2,
      pool2: dPool2,
      'fc1/pre': dFc1Pre,
      fc1: dFc1,
      dropout: dDropout,
      fc2: dLogits,
    },
    gradients: {
      'conv1/weights': filterGradient(imagesNHW, dConv1Pre, shapes.conv1),
      'conv1/bias': biasGradient(dConv1Pre, sizes.conv1Channels),
      'conv2/weights': filterGradient(seen.pool1, dConv2Pre, shapes.conv2),
      'conv2/bias': biasGradient(dConv2Pre, sizes.conv2Channels),
      'fc1/weights': fully.weightGradient(seen.pool2, dFc1Pre, shapes.fc1),
      'fc1/bias': biasGradient(dFc1Pre, sizes.fc1Neurons),
      'fc2/weights': fully.weightGradient(seen.dropout, dLogits, shapes.fc2),
      'fc2/bias': biasGradient(dLogits, sizes.classes),
    },
  }
}

/** How many values each parameter has. */
export function parameterSizes(sizes: NetworkSizes): Readonly<Record<NetworkParameter, number>> {
  const { filterSide, conv1Channels, conv2Channels, fc1Neurons, classes } = sizes
  return {
    'conv1/weights': filterSide ** 2 * conv1Channels,
    'conv1/bias': conv1Channels,
    'conv2/weights': filterSide ** 2 * conv1Channels * conv2Channels,
    'conv2/bias': conv2Channels,
    'fc1/weights': (sizes.imageSide / 4) ** 2 * conv2Channels * fc1Neurons,
    'fc1/bias': fc1Neurons,
    'fc2/weights': fc1Neurons * classes,
    'fc2/bias': classes,
  }
}

function layerSizes(imagesNHW: Floats, sizes: NetworkSizes) {
  const side = sizes.imageSide
  const n = imagesNHW.length / side ** 2
  const { filterSide, conv1Channels, conv2Channels, fc1Neurons, classes } = sizes
  const full = { n, height: side, width: side }
  const half = { n, height: side / 2, width: side / 2 }
  return {
    conv1: { ...full, inputChannels: 1, outputChannels: conv1Channels, side: filterSide },
    pool1: { ...full, channels: conv1Channels },
    conv2: { ...half, inputChannels: conv1Channels, outputChannels: conv2Channels, side: filterSide },
    pool2: { ...half, channels: conv2Channels },
    fc1: { n, inputs: (side / 4) ** 2 * conv2Channels, outputs: fc1Neurons },
    fc2: { n, inputs: fc1Neurons, outputs: classes },
  }
}
