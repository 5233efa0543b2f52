/** What a program needs to compute a sum again: its numbers, and the formula in two languages. */
import { filterSide } from './convolution.ts'
import type { Explanation } from './explanation.ts'
import type { CopyWords } from './words.ts'

export type Listing = {
  readonly numbers: readonly NamedNumber[]
  readonly lists: readonly NamedList[]
  /** Lines that end by giving `value`. */
  readonly typescript: readonly string[]
  readonly numpy: readonly string[]
}

export type NamedNumber = { readonly name: string; readonly value: number }
export type NamedList = {
  readonly name: string
  readonly note: string
  readonly values: readonly number[]
  readonly perLine: number
  /** Shape of the NumPy array; null: a row of numbers. */
  readonly shape: readonly number[] | null
}

const perLine = 8

export function listingOf(explanation: Explanation, words: CopyWords['code']): Listing {
  switch (explanation.kind) {
    case 'pixel': {
      const { byte, value } = explanation
      if (byte === null) return numberAlone(value)
      const formula = ['value = byte / 255']
      return listing({ numbers: [{ name: 'byte', value: byte }] }, formula)
    }
    case 'convolution':
      return convolutionListing(explanation, words)
    case 'pooling': {
      const values = explanation.candidates.map(({ value }) => value)
      const lists = [{ name: 'candidates', note: words.candidates, values, perLine: 2, shape: [2, 2] }]
      return listing({ lists }, ['value = candidates.max()'], ['const value = Math.max(...candidates)'])
    }
    case 'fully-connected':
      return fullyConnectedListing(explanation, words)
    case 'dropout': {
      const { before, factor, keep } = explanation
      const numbers = [
        { name: 'neuron', value: before },
        { name: 'keep', value: keep },
      ]
      return listing({ numbers }, [factor === 0 ? 'value = neuron * 0' : 'value = neuron / keep'])
    }
    case 'softmax': {
      const { logits, site } = explanation
      const lists = [{ name: 'logits', note: words.logits, values: logits, perLine: 5, shape: null }]
      return listing(
        { lists },
        [
          'exponentials = np.exp(logits - logits.max())',
          `value = exponentials[${site.map}] / exponentials.sum()`,
        ],
        [
          'const largest = Math.max(...logits)',
          'const exponentials = logits.map((logit) => Math.exp(logit - largest))',
          'const sum = exponentials.reduce((so, exponential) => so + exponential, 0)',
          `const value = exponentials[${site.map}] / sum`,
        ],
      )
    }
    case 'parameter':
      return numberAlone(explanation.value)
    default:
      return explanation satisfies never
  }
}

/** A formula that reads the same in both languages needs no second one. */
function listing(
  given: Partial<Pick<Listing, 'numbers' | 'lists'>>,
  numpy: readonly string[],
  typescript = numpy.map((line) => `const ${line}`),
): Listing {
  return { numbers: [], lists: [], ...given, numpy, typescript }
}

function numberAlone(value: number): Listing {
  return listing({ numbers: [{ name: 'value', value }] }, [])
}

function convolutionListing(
  { channels, bias, relu }: Extract<Explanation, { kind: 'convolution' }>,
  words: CopyWords['code'],
): Listing {
  const products = channels.flatMap(({ products }) => products)
  const isOne = channels.length === 1
  const shape = isOne ? [filterSide, filterSide] : [channels.length, filterSide, filterSide]
  const size = filterSide ** 2
  const sum = relu ? 'Math.max(sum + bias, 0)' : 'sum + bias'
  const channelSums = [
    `const contributions = Array.from({ length: ${channels.length} }, (_, channel) =>`,
    `  products.slice(${size} * channel, ${size} * (channel + 1)).reduce((so, product) => so + product, 0),`,
    ')',
  ]
  return {
    numbers: [{ name: 'bias', value: bias }],
    lists: [
      {
        name: 'inputs',
        note: isOne ? words.window : words.windows,
        values: products.map(({ input }) => input),
        perLine: filterSide,
        shape,
      },
      {
        name: 'weights',
        note: isOne ? words.filter : words.filters,
        values: products.map(({ weight }) => weight),
        perLine: filterSide,
        shape,
      },
    ],
    numpy: [
      'products = inputs * weights',
      ...(isOne ? [] : ['contributions = products.sum(axis=(1, 2))']),
      `total = ${isOne ? 'products' : 'contributions'}.sum() + bias`,
      relu ? 'value = max(total, 0)' : 'value = total',
    ],
    typescript: [
      'const products = inputs.map((input, at) => input * weights[at])',
      ...(isOne ? [] : channelSums),
      isOne
        ? 'const sum = products.reduce((so, product) => so + product, 0)'
        : 'const sum = contributions.reduce((so, contribution) => so + contribution, 0)',
      `const value = ${sum}`,
    ],
  }
}

function fullyConnectedListing(
  { layer, products, bias, relu }: Extract<Explanation, { kind: 'fully-connected' }>,
  words: CopyWords['code'],
): Listing {
  return {
    numbers: [{ name: 'bias', value: bias }],
    lists: [
      {
        name: 'inputs',
        note: layer === 'fc1' ? words.inputs : words.neurons,
        values: products.map(({ input }) => input),
        perLine,
        shape: null,
      },
      {
        name: 'weights',
        note: words.weights,
        values: products.map(({ weight }) => weight),
        perLine,
        shape: null,
      },
    ],
    numpy: ['total = inputs @ weights + bias', relu ? 'value = max(total, 0)' : 'value = total'],
    typescript: [
      'const products = inputs.map((input, at) => input * weights[at])',
      'const sum = products.reduce((so, product) => so + product, 0)',
      `const value = ${relu ? 'Math.max(sum + bias, 0)' : 'sum + bias'}`,
    ],
  }
}
