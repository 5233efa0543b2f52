/** The layers with what they cost: parameters, and multiply-adds for one image. */
import { layers } from '../../network/spec.ts'

export type LayerCost = {
  readonly name: (typeof layers)[number]['name']
  readonly output: readonly number[]
  readonly parameters: number
  readonly multiplyAdds: number
}

export const layerCosts: readonly LayerCost[] = layers.map((layer) => {
  const { name, output } = layer
  if (!('weights' in layer)) return { name, output, parameters: 0, multiplyAdds: 0 }
  const weights = layer.weights.reduce<number>((product, size) => product * size, 1)
  // A filter is used once for each place of its map, a weight of a fully connected layer once.
  const places = layer.kind === 'convolution' ? layer.output[0] * layer.output[1] : 1
  const biases = output[output.length - 1]
  return { name, output, parameters: weights + biases, multiplyAdds: places * weights }
})

export function sumOf(read: (cost: LayerCost) => number): number {
  return layerCosts.reduce((sum, cost) => sum + read(cost), 0)
}
