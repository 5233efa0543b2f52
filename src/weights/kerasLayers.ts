import { imageSide, layers, training } from '../network/spec.ts'

/** The layers of `network/spec.ts` in the words of Keras. */
export function kerasLayers() {
  const last = layers.findLast((layer) => 'weights' in layer)!.name
  return layers.flatMap((layer): object[] => {
    const { name } = layer
    switch (layer.kind) {
      case 'convolution': {
        const [side, , , filters] = layer.weights
        const first =
          name === 'conv1' ? { batch_input_shape: [null, imageSide, imageSide, 1], dtype: 'float32' } : {}
        const config = {
          name,
          ...first,
          filters,
          kernel_size: [side, side],
          strides: [1, 1],
          padding: 'same',
          data_format: 'channels_last',
          activation: 'relu',
          use_bias: true,
        }
        return [{ class_name: 'Conv2D', config }]
      }
      case 'max-pooling': {
        const config = {
          name,
          pool_size: [2, 2],
          strides: [2, 2],
          padding: 'same',
          data_format: 'channels_last',
        }
        return [{ class_name: 'MaxPooling2D', config }]
      }
      case 'fully-connected': {
        const activation = name === last ? 'linear' : 'relu'
        const config = { name, units: layer.output[0], activation, use_bias: true }
        const dense = { class_name: 'Dense', config }
        return name === 'fc1'
          ? [{ class_name: 'Flatten', config: { name: 'flatten', data_format: 'channels_last' } }, dense]
          : [dense]
      }
      case 'dropout':
        // The share that is let go, where ours is the share that stays.
        return [{ class_name: 'Dropout', config: { name, rate: 1 - training.keepProbability } }]
      case 'input':
      case 'softmax':
        return []
      default:
        return layer satisfies never
    }
  })
}
