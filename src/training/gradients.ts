/** Loss and gradients of one batch on tfjs, by its automatic differentiation of `forward`. */
import * as tf from '@tensorflow/tfjs'
import { forward, type ParameterTensors } from '../network/forward.ts'
import { parameterRecord } from '../network/parameters.ts'
import { classCount, type ParameterName, parameterNames, pixelCount, tapShapes } from '../network/spec.ts'
import { meanCrossEntropy } from './loss.ts'

export type Batch = {
  /** `labels.length` × 28 × 28 values, 0 background … 1 ink. */
  readonly imagesNHW: Float32Array
  readonly labels: Uint8Array
}

/**
 * The logits (n × 10) and the gradient of the batch's mean cross-entropy with respect to each parameter.
 * `dropoutMask` holds n × 1024 factors; null: dropout is off. The caller disposes every tensor of the result.
 */
export function lossAndGradients(
  parameters: ParameterTensors,
  { imagesNHW, labels }: Batch,
  dropoutMask: Float32Array | null,
): { logits: tf.Tensor2D; gradients: Record<ParameterName, tf.Tensor> } {
  const n = labels.length
  return tf.tidy(() => {
    const images = tf.tensor2d(imagesNHW, [n, pixelCount])
    const oneHot = tf.oneHot(tf.tensor1d(labels, 'int32'), classCount).toFloat()
    const mask = dropoutMask === null ? null : tf.tensor2d(dropoutMask, [n, tapShapes.dropout[0]])
    let logits: tf.Tensor2D | undefined
    const loss = (...tensors: tf.Tensor[]): tf.Scalar => {
      const variables = parameterRecord((name) => tensors[parameterNames.indexOf(name)]!)
      logits = tf.keep(forward(variables, images, { dropoutMask: mask }))
      return meanCrossEntropy(logits, oneHot).asScalar()
    }
    const gradients = tf.grads(loss)(parameterNames.map((name) => parameters[name]))
    return { logits: logits!, gradients: parameterRecord((name) => gradients[parameterNames.indexOf(name)]!) }
  })
}
