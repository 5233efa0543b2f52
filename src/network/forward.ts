/** The network from images to logits on tfjs: one implementation for training, evaluation and frames. */
import * as tf from '@tensorflow/tfjs'
import { convolutionLayer } from '../kernels/convolution-layer.ts'
import { imageSide, type ParameterName, type TapName, tapShapes } from './spec.ts'

export type ParameterTensors = Readonly<Record<ParameterName, tf.Tensor>>

export type ForwardOptions = {
  /** n × 1024 factors, 0 or 1/keep; null: dropout is off. */
  readonly dropoutMask: tf.Tensor2D | null
  /**
   * Hears of every tap in the order data flows, batch first (parameters have no batch axis), and gives back what the
   * network goes on with: usually the same tensor. Must not dispose.
   */
  readonly onTap?: <T extends tf.Tensor>(tap: TapName, tensor: T) => T
  /** False leaves out ReLU everywhere, where somebody listens. */
  readonly hasRelu?: boolean
}

/**
 * Logits, n × 10, of `images`, n × 784 with 0 … 1. Call it inside `tf.tidy` or a gradient: it leaves its
 * intermediate tensors to the caller. Flattening before fc1 is row, column, channel, as NHWC lies in memory.
 */
export function forward(
  parameters: ParameterTensors,
  images: tf.Tensor2D,
  { dropoutMask, onTap, hasRelu = true }: ForwardOptions,
): tf.Tensor2D {
  const heard = <T extends tf.Tensor>(tap: TapName, tensor: T): T => onTap?.(tap, tensor) ?? tensor
  const activated = <T extends tf.Tensor>(pre: T): T => (hasRelu ? tf.relu(pre) : pre)
  const parameter = (name: ParameterName) => heard(name, parameters[name])

  /** Convolution, ReLU and pooling: step by step where somebody listens, else in one. The values are the same. */
  const convolution = (layer: 'conv1' | 'conv2', pool: 'pool1' | 'pool2', x: tf.Tensor4D): tf.Tensor4D => {
    const filter = tf.reshape<tf.Rank.R4>(parameter(`${layer}/weights`), [...tapShapes[`${layer}/weights`]])
    const bias = tf.reshape<tf.Rank.R1>(parameter(`${layer}/bias`), [...tapShapes[`${layer}/bias`]])
    if (!onTap) return convolutionLayer(x, filter, bias)
    const pre = heard(`${layer}/pre`, tf.add<tf.Tensor4D>(tf.conv2d(x, filter, 1, 'same'), bias))
    return heard(pool, tf.maxPool(heard(layer, activated(pre)), 2, 2, 'valid'))
  }
  const fullyConnected = (layer: 'fc1' | 'fc2', x: tf.Tensor2D): tf.Tensor2D => {
    const weights = tf.reshape<tf.Rank.R2>(parameter(`${layer}/weights`), [...tapShapes[`${layer}/weights`]])
    return tf.add<tf.Tensor2D>(tf.matMul(x, weights), parameter(`${layer}/bias`))
  }

  const n = images.shape[0]
  const input = heard('input', images.as4D(n, imageSide, imageSide, 1))
  const pool1 = convolution('conv1', 'pool1', input)
  const pool2 = convolution('conv2', 'pool2', pool1)
  const fc1Pre = heard('fc1/pre', fullyConnected('fc1', pool2.as2D(n, tapShapes['fc1/weights'][0])))
  const fc1 = heard('fc1', activated(fc1Pre))
  const kept = heard('dropout', dropoutMask === null ? fc1 : tf.mul<tf.Tensor2D>(fc1, dropoutMask))
  const logits = heard('fc2', fullyConnected('fc2', kept))
  if (onTap) heard('softmax', tf.softmax(logits))
  return logits
}
