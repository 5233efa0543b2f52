/** What a place of the network is called. */
import { tapShapes } from '../network/spec.ts'
import type { Site } from './explanation.ts'
import type { PlaceWords } from './placeWords.ts'

/** @param number a count in the language of `words` */
export function placeText(site: Site, words: PlaceWords, number: (count: number) => string): string {
  const { places } = words
  const { tap } = site
  const map = number(site.map + 1)
  const row = number(site.row + 1)
  const column = number(site.column + 1)
  switch (tap) {
    case 'input':
      return places.pixel(row, column)
    case 'conv1':
    case 'pool1':
    case 'conv2':
    case 'pool2':
      return places.map(tap, map, row, column)
    case 'conv1/pre':
    case 'conv2/pre':
      return places.beforeRelu(places.map(tap.slice(0, 5), map, row, column))
    case 'fc1':
      return places.neuron('fc1', map)
    case 'fc1/pre':
      return places.beforeRelu(places.neuron('fc1', map))
    case 'dropout':
      return places.neuron(words.layers.dropout, map)
    // Digits count from 0 for everybody.
    case 'fc2':
      return places.logit(number(site.map))
    case 'softmax':
      return places.probability(number(site.map))
    case 'conv1/weights':
      return places.weight('conv1', map, row, column)
    case 'conv2/weights': {
      const [, , , filters] = tapShapes[tap]
      return places.channelWeight(
        number((site.map % filters) + 1),
        number(Math.floor(site.map / filters) + 1),
        row,
        column,
      )
    }
    case 'fc1/weights':
    case 'fc2/weights':
      return places.connection(tap.slice(0, 3), row, column)
    case 'conv1/bias':
    case 'conv2/bias':
    case 'fc1/bias':
    case 'fc2/bias':
      return places.bias(tap.slice(0, -5), map)
    default:
      return tap satisfies never
  }
}
