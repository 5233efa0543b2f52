/** The tags of the original program: scopes as in its graph, so that TensorBoard groups by layers. */
import type { ParameterName } from '../../network/spec.ts'
import type { ActivationTap, PicturedTap } from '../../protocol/record.ts'

export const tags = {
  run: 'run',
  loss: 'cross_entropy/cross_entropy',
  accuracy: 'accuracy/accuracy',
  /** On the batch of the step, for comparison with the test images. */
  accuracyWithoutDropout: 'accuracy/accuracy_without_dropout',
  keepProbability: 'fc1_layer/dropout/dropout_keep_probability',
  digits: 'input/preprocess',
} as const

export const variableScopes = {
  'conv1/weights': '1st_layer/conv1_layer/weight',
  'conv1/bias': '1st_layer/conv1_layer/bias',
  'conv2/weights': '2nd_layer/conv2_layer/weight',
  'conv2/bias': '2nd_layer/conv2_layer/bias',
  'fc1/weights': 'fc1_layer/weight',
  'fc1/bias': 'fc1_layer/bias',
  'fc2/weights': 'fc2_layer/weight',
  'fc2/bias': 'fc2_layer/bias',
} as const satisfies Record<ParameterName, string>

export const activationTags = {
  conv1: '1st_layer/conv1_layer/activations/activations',
  conv2: '2nd_layer/conv2_layer/activations/activations',
  fc1: 'fc1_layer/activations/activations',
  fc2: 'fc2_layer/preactivations/preactivations',
} as const satisfies Record<ActivationTap, string>

export const mapTags = {
  conv1: '1st_layer/conv1_layer/activations/convolved',
  pool1: '1st_layer/pool1_layer/pooled',
  conv2: '2nd_layer/conv2_layer/activations/convolved',
  pool2: '2nd_layer/pool2_layer/pooled',
} as const satisfies Record<PicturedTap, string>

/** `step_0100`. */
export const traceTag = (step: number) => `step_${String(step).padStart(4, '0')}`
