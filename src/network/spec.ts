/** The Deep MNIST network as data. Both realms read it; nothing here computes and nothing here knows tfjs. */

export const imageSide = 28
export const pixelCount = imageSide * imageSide
export const classCount = 10

/** Layers in the order data flows. Shapes are of one image: height, width, channel. */
export const layers = [
  { name: 'input', kind: 'input', output: [28, 28, 1] },
  { name: 'conv1', kind: 'convolution', input: [28, 28, 1], output: [28, 28, 32], weights: [5, 5, 1, 32] },
  { name: 'pool1', kind: 'max-pooling', input: [28, 28, 32], output: [14, 14, 32] },
  { name: 'conv2', kind: 'convolution', input: [14, 14, 32], output: [14, 14, 64], weights: [5, 5, 32, 64] },
  { name: 'pool2', kind: 'max-pooling', input: [14, 14, 64], output: [7, 7, 64] },
  { name: 'fc1', kind: 'fully-connected', input: [3136], output: [1024], weights: [3136, 1024] },
  { name: 'dropout', kind: 'dropout', input: [1024], output: [1024] },
  { name: 'fc2', kind: 'fully-connected', input: [1024], output: [10], weights: [1024, 10] },
  { name: 'softmax', kind: 'softmax', input: [10], output: [10] },
] as const

export type LayerName = (typeof layers)[number]['name']
/** The layers that learn: each has weights and one bias per output channel. */
export type LearningLayerName = Extract<(typeof layers)[number], { weights: readonly number[] }>['name']

export const learningLayers = ['conv1', 'conv2', 'fc1', 'fc2'] as const satisfies readonly LearningLayerName[]

/** The eight trained variables, in the order in which they are drawn from the seed, stored and exported. */
export const parameterNames = [
  'conv1/weights',
  'conv1/bias',
  'conv2/weights',
  'conv2/bias',
  'fc1/weights',
  'fc1/bias',
  'fc2/weights',
  'fc2/bias',
] as const
export type ParameterName = (typeof parameterNames)[number]

/** Places in the network one can listen to. `pre` is with bias and before ReLU; `fc2` are the logits. */
export const tapShapes = {
  input: [28, 28, 1],
  'conv1/weights': [5, 5, 1, 32],
  'conv1/bias': [32],
  'conv1/pre': [28, 28, 32],
  conv1: [28, 28, 32],
  pool1: [14, 14, 32],
  'conv2/weights': [5, 5, 32, 64],
  'conv2/bias': [64],
  'conv2/pre': [14, 14, 64],
  conv2: [14, 14, 64],
  pool2: [7, 7, 64],
  'fc1/weights': [3136, 1024],
  'fc1/bias': [1024],
  'fc1/pre': [1024],
  fc1: [1024],
  dropout: [1024],
  'fc2/weights': [1024, 10],
  'fc2/bias': [10],
  fc2: [10],
  softmax: [10],
} as const satisfies Record<string, readonly number[]>

export type TapName = keyof typeof tapShapes
export const tapNames = Object.keys(tapShapes) as readonly TapName[]

/** Training as the original program did it. */
export const training = {
  batchSize: 50,
  stepLimit: 3000,
  /** Probability with which dropout keeps a neuron while training; 1 everywhere else. */
  keepProbability: 0.5,
  learningRate: 1e-4,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  initialDeviation: 0.1,
  initialBias: 0.1,
  evaluateEvery: 100,
  /** Test images of an intermediate evaluation where all 10,000 would take too long. */
  quickEvaluation: 2000,
} as const

/** One buffer per parameter, shaped as `tapShapes` says, row-major. */
export type ParameterValues = Record<ParameterName, Float32Array>

/** The parameters with both moments of Adam: 39 MB. */
export type NetworkValues = {
  readonly parameters: ParameterValues
  readonly firstMoments: ParameterValues
  readonly secondMoments: ParameterValues
}
