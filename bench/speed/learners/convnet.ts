/** ConvNetJS: plain JavaScript, one image after the other, in 64-bit numbers. It has no Adam. */
import convnet from 'convnetjs'
import {
  classCount,
  imageSide,
  learningLayers,
  pixelCount,
  tapShapes,
  training,
} from '../../../src/network/spec.ts'
import { firstWeights } from '../feed.ts'
import { asContender, type Learner } from '../learner.ts'

export const open = async () => asContender(learner())

const layers = [
  { type: 'input', out_sx: imageSide, out_sy: imageSide, out_depth: 1 },
  { type: 'conv', sx: 5, filters: 32, stride: 1, pad: 2, activation: 'relu' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'conv', sx: 5, filters: 64, stride: 1, pad: 2, activation: 'relu' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'fc', num_neurons: 1024, activation: 'relu', drop_prob: 1 - training.keepProbability },
  { type: 'softmax', num_classes: classCount },
]

function learner(): Learner {
  const net = new convnet.Net()
  net.makeLayers(layers)
  bringWeights(net)
  // Of those it has, the one nearest to Adam: the gradient divided by the root of its squares' moving average.
  const trainer = new convnet.Trainer(net, {
    method: 'windowgrad',
    batch_size: training.batchSize,
    learning_rate: training.learningRate,
  })
  const image = new convnet.Vol(imageSide, imageSide, 1, 0)
  const show = (imagesNHW: Float32Array, at: number) => {
    image.w.set(imagesNHW.subarray(at * pixelCount, (at + 1) * pixelCount))
    return image
  }
  return {
    threads: 1,
    optimizer: 'windowgrad (RMSProp)',
    hasSeededDropout: false,
    async step({ imagesNHW, labels }) {
      let loss = 0
      labels.forEach((label, at) => {
        loss += trainer.train(show(imagesNHW, at), label).loss
      })
      return loss / labels.length
    },
    async lossOf({ imagesNHW, labels }) {
      const dropout = net.layers.find((layer) => layer.layer_type === 'dropout')
      if (!dropout) throw new Error('ConvNetJS made no dropout layer.')
      // When it does not train it multiplies by this number, since its dropout is not an inverted one: 1 turns it off.
      const kept = dropout.drop_prob
      dropout.drop_prob = 1
      let loss = 0
      labels.forEach((label, at) => {
        loss -= Math.log(net.forward(show(imagesNHW, at), false).w[label]!)
      })
      dropout.drop_prob = kept
      return loss / labels.length
    },
  }
}

/** From [row, column, channel, filter] to one volume [row, column, channel] for each filter. */
function bringWeights(net: InstanceType<typeof convnet.Net>): void {
  const weights = firstWeights()
  const learning = net.layers.filter(({ filters }) => filters)
  for (const [at, name] of learningLayers.entries()) {
    const { filters = [], biases } = learning[at]!
    const values = weights[`${name}/weights`]
    if (filters.length !== tapShapes[`${name}/bias`][0]) throw new Error(`${name} has another size there.`)
    filters.forEach((filter, out) => {
      filter.w.forEach((_, input) => {
        filter.w[input] = values[input * filters.length + out]!
      })
    })
    biases?.w.set(weights[`${name}/bias`])
  }
}
