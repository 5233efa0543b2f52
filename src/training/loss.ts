/** The loss on tfjs: mean softmax cross-entropy of a batch, computed from the logits. */
import * as tf from '@tensorflow/tfjs'

/**
 * Mean over the batch of −ln softmax(logits)[label], with its gradient (softmax − one-hot) / n written out: no
 * logarithm of a probability that rounds to zero. `logits` and `oneHot` are n × 10. See math/cross-entropy.ts.
 */
export const meanCrossEntropy = tf.customGrad((...args) => {
  const [logits, oneHot, save] = args as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc]
  const shifted = tf.sub(logits, tf.max(logits, 1, true))
  const logSum = tf.log(tf.sum(tf.exp(shifted), 1, true))
  const logProbabilities = tf.sub(shifted, logSum)
  save([logProbabilities, oneHot])
  const value = tf.neg(tf.mean(tf.sum(tf.mul(logProbabilities, oneHot), 1)))
  return {
    value,
    gradFunc: (dy, saved) => {
      const [logP, right] = saved as [tf.Tensor2D, tf.Tensor2D]
      const difference = tf.sub(tf.exp(logP), right)
      return [tf.mul(tf.div(difference, right.shape[0]), dy), tf.zerosLike(right)]
    },
  }
})
