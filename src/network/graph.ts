/** The operations of a training step as a graph with name scopes: what TensorBoard draws, and what times are booked on. */
import { learningLayers, type ParameterName, parameterNames, type TapName, tapShapes } from './spec.ts'

export type GraphNode = {
  /** With its scopes: `1st_layer/conv1_layer/weight/…`. Unique, and never the name of a scope. */
  readonly name: string
  /** What kind of operation, as TensorFlow calls it: `Conv2D`, `Relu`, `MatMul`, `VariableV2`, … */
  readonly operation: string
  /** Names of the nodes whose output it takes, in order. */
  readonly inputs: readonly string[]
  /** Of its output, the batch first (−1 where its size does not matter); [] for a scalar; null where there is none. */
  readonly shape: readonly number[] | null
  /** The tap that one can listen to here. */
  readonly tap?: TapName
}

/**
 * Every operation of one training step, inputs before those that take them: the forward pass with its loss, the gradients
 * (`train/gradients/`), Adam (`train/Adam/`) and the accuracy of the batch. Adam's rates are attributes, not nodes.
 *
 * The tap `softmax` is no node: the loss is computed from the logits, and softmax only turns up in its gradient.
 */
export function networkGraph(): readonly GraphNode[] {
  return graph
}

/** The node that holds a trained variable. */
export const variableNode = (name: ParameterName) => `${scopeOf(name)}/variable`
/** The node of its gradient. */
export const gradientNode = (name: ParameterName) => `train/gradients/${scopeOf(name)}`
/** The node that renews it. */
export const updateNode = (name: ParameterName) => `train/Adam/update_${shortName(name)}`
/** The node of one of Adam's two moments of it. */
export const momentNode = (name: ParameterName, moment: 'm' | 'v') =>
  `train/Adam/moments/${shortName(name)}_${moment}`

const layerScopes = {
  conv1: '1st_layer/conv1_layer',
  conv2: '2nd_layer/conv2_layer',
  fc1: 'fc1_layer',
  fc2: 'fc2_layer',
} as const satisfies Record<(typeof learningLayers)[number], string>

/** The nodes that have names elsewhere too. */
export const node = {
  images: 'input/images',
  labels: 'input/labels',
  image: 'input/image',
  oneHot: 'input/one_hot',
  pool1: '1st_layer/pool1_layer/max_pool',
  pool2: '2nd_layer/pool2_layer/max_pool',
  flat: 'fc1_layer/flatten',
  keep: 'fc1_layer/dropout/dropout_keep_probability',
  mask: 'fc1_layer/dropout/mask',
  dropped: 'fc1_layer/dropout/dropout',
  logits: 'fc2_layer/preactivations/preactivations',
  logProbabilities: 'cross_entropy/log_probabilities',
  logitsGradient: 'train/gradients/cross_entropy/logits',
  answers: 'accuracy/answers',
} as const

/** `conv1/weights` as the original program names it: `1st_layer/conv1_layer/weight`. */
function scopeOf(name: ParameterName): string {
  const [layer, part] = partsOf(name)
  return `${layerScopes[layer]}/${part}`
}

function shortName(name: ParameterName): string {
  return partsOf(name).join('_')
}

function partsOf(name: ParameterName): [(typeof learningLayers)[number], 'weight' | 'bias'] {
  const layer = learningLayers.find((layer) => name.startsWith(`${layer}/`))
  if (!layer) throw new Error(`${name} belongs to no layer that learns.`)
  return [layer, name.endsWith('/bias') ? 'bias' : 'weight']
}

/** The shape of a tap with the batch before it; that of a variable as it is. */
const batched = (tap: TapName) => [-1, ...tapShapes[tap]]

const make = (
  name: string,
  operation: string,
  inputs: readonly string[],
  shape: readonly number[],
): GraphNode => ({ name, operation, inputs, shape })

const tapped = (name: string, operation: string, inputs: readonly string[], tap: TapName): GraphNode => ({
  ...make(name, operation, inputs, batched(tap)),
  tap,
})

const variable = (name: ParameterName): GraphNode => ({
  ...make(variableNode(name), 'VariableV2', [], tapShapes[name]),
  tap: name,
})

function convolutionNodes(layer: 'conv1' | 'conv2', pool: 'pool1' | 'pool2', x: string): GraphNode[] {
  const within = `${layerScopes[layer]}/activations`
  const weight = variable(`${layer}/weights`)
  const bias = variable(`${layer}/bias`)
  const product = make(`${within}/convolution`, 'Conv2D', [x, weight.name], batched(layer))
  const pre = tapped(`${within}/preactivations`, 'BiasAdd', [product.name, bias.name], `${layer}/pre`)
  const activated = tapped(`${within}/activations`, 'Relu', [pre.name], layer)
  return [weight, bias, product, pre, activated, tapped(node[pool], 'MaxPool', [activated.name], pool)]
}

function forwardNodes(): GraphNode[] {
  const fc1 = 'fc1_layer/activations'
  const fc2 = 'fc2_layer/preactivations'
  const hidden = tapShapes.fc1[0]
  return [
    make(node.images, 'Placeholder', [], [-1, tapShapes.input[0] * tapShapes.input[1]]),
    make(node.labels, 'Placeholder', [], [-1]),
    tapped(node.image, 'Reshape', [node.images], 'input'),
    make(node.oneHot, 'OneHot', [node.labels], batched('fc2')),
    ...convolutionNodes('conv1', 'pool1', node.image),
    ...convolutionNodes('conv2', 'pool2', node.pool1),
    make(node.flat, 'Reshape', [node.pool2], [-1, tapShapes['fc1/weights'][0]]),
    variable('fc1/weights'),
    variable('fc1/bias'),
    make(`${fc1}/product`, 'MatMul', [node.flat, variableNode('fc1/weights')], [-1, hidden]),
    tapped(`${fc1}/preactivations`, 'BiasAdd', [`${fc1}/product`, variableNode('fc1/bias')], 'fc1/pre'),
    tapped(`${fc1}/activations`, 'Relu', [`${fc1}/preactivations`], 'fc1'),
    make(node.keep, 'Placeholder', [], []),
    make(node.mask, 'RandomMask', [node.keep], [-1, hidden]),
    tapped(node.dropped, 'Mul', [`${fc1}/activations`, node.mask], 'dropout'),
    variable('fc2/weights'),
    variable('fc2/bias'),
    make(`${fc2}/product`, 'MatMul', [node.dropped, variableNode('fc2/weights')], batched('fc2')),
    tapped(node.logits, 'BiasAdd', [`${fc2}/product`, variableNode('fc2/bias')], 'fc2'),
  ]
}

/** As training/loss.ts computes it: log softmax without an exponential that overflows. */
function lossNodes(): GraphNode[] {
  const within = (name: string) => `cross_entropy/${name}`
  const each = batched('fc2')
  return [
    make(within('largest'), 'Max', [node.logits], [-1, 1]),
    make(within('shifted'), 'Sub', [node.logits, within('largest')], each),
    make(within('exponentials'), 'Exp', [within('shifted')], each),
    make(within('sum'), 'Sum', [within('exponentials')], [-1, 1]),
    make(within('log_sum'), 'Log', [within('sum')], [-1, 1]),
    make(node.logProbabilities, 'Sub', [within('shifted'), within('log_sum')], each),
    make(within('of_right_class'), 'Mul', [node.logProbabilities, node.oneHot], each),
    make(within('of_each_image'), 'Sum', [within('of_right_class')], [-1]),
    make(within('mean'), 'Mean', [within('of_each_image')], []),
    make(within('cross_entropy'), 'Neg', [within('mean')], []),
  ]
}

/** From the loss back to each variable, last layer first. */
function gradientNodes(): GraphNode[] {
  const within = (name: string) => `train/gradients/${name}`
  const [softmax, difference, mean] = ['softmax', 'minus_one_hot', 'of_mean'].map((name) =>
    within(`cross_entropy/${name}`),
  ) as [string, string, string]
  const hidden = batched('fc1')
  const fullyConnected = (layer: 'fc1' | 'fc2', x: string, dy: string): GraphNode[] => [
    make(
      `${within(layerScopes[layer])}/input`,
      'MatMul',
      [dy, variableNode(`${layer}/weights`)],
      [-1, tapShapes[`${layer}/weights`][0]],
    ),
    make(gradientNode(`${layer}/weights`), 'MatMul', [x, dy], tapShapes[`${layer}/weights`]),
    make(gradientNode(`${layer}/bias`), 'BiasAddGrad', [dy], tapShapes[`${layer}/bias`]),
  ]
  const convolution = (layer: 'conv1' | 'conv2', pool: 'pool1' | 'pool2', dy: string): GraphNode[] => {
    const map = `${layerScopes[layer]}/activations/activations`
    const relu = `${within(layerScopes[layer])}/relu`
    const x = layer === 'conv1' ? node.image : node.pool1
    return [
      make(within(node[pool]), 'MaxPoolGrad', [map, node[pool], dy], batched(layer)),
      make(relu, 'ReluGrad', [within(node[pool]), map], batched(layer)),
      make(
        gradientNode(`${layer}/weights`),
        'Conv2DBackpropFilter',
        [x, relu],
        tapShapes[`${layer}/weights`],
      ),
      make(gradientNode(`${layer}/bias`), 'BiasAddGrad', [relu], tapShapes[`${layer}/bias`]),
    ]
  }
  const fc1Relu = within('fc1_layer/relu')
  const conv2Input = within('2nd_layer/conv2_layer/input')
  return [
    make(within('start'), 'Const', [], []),
    make(softmax, 'Exp', [node.logProbabilities], batched('fc2')),
    make(difference, 'Sub', [softmax, node.oneHot], batched('fc2')),
    make(mean, 'RealDiv', [difference], batched('fc2')),
    make(node.logitsGradient, 'Mul', [mean, within('start')], batched('fc2')),
    ...fullyConnected('fc2', node.dropped, node.logitsGradient),
    make(within('fc1_layer/dropout'), 'Mul', [within('fc2_layer/input'), node.mask], hidden),
    make(fc1Relu, 'ReluGrad', [within('fc1_layer/dropout'), 'fc1_layer/activations/preactivations'], hidden),
    ...fullyConnected('fc1', node.flat, fc1Relu),
    make(within('fc1_layer/unflatten'), 'Reshape', [within('fc1_layer/input')], batched('pool2')),
    ...convolution('conv2', 'pool2', within('fc1_layer/unflatten')),
    make(
      conv2Input,
      'Conv2DBackpropInput',
      [variableNode('conv2/weights'), within('2nd_layer/conv2_layer/relu')],
      batched('pool1'),
    ),
    ...convolution('conv1', 'pool1', conv2Input),
  ]
}

function adamNodes(): GraphNode[] {
  return parameterNames.flatMap((name) => {
    const [m, v] = [momentNode(name, 'm'), momentNode(name, 'v')]
    return [
      make(m, 'VariableV2', [], tapShapes[name]),
      make(v, 'VariableV2', [], tapShapes[name]),
      make(updateNode(name), 'ApplyAdam', [variableNode(name), m, v, gradientNode(name)], tapShapes[name]),
    ]
  })
}

function accuracyNodes(): GraphNode[] {
  return [
    make(node.answers, 'ArgMax', [node.logits], [-1]),
    make('accuracy/is_right', 'Equal', [node.answers, node.labels], [-1]),
    make('accuracy/accuracy', 'Mean', ['accuracy/is_right'], []),
  ]
}

const graph: readonly GraphNode[] = [
  ...forwardNodes(),
  ...lossNodes(),
  ...gradientNodes(),
  ...adamNodes(),
  ...accuracyNodes(),
]
