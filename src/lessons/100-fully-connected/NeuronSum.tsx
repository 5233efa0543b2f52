import { Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { type Neuron, type NeuronNow, strongestShown } from './useNeuron.ts'
import { fullyConnectedWords } from './words.ts'

const decimals = 3
const ranks = Array.from({ length: strongestShown }, (_, rank) => rank)

/** The chosen neuron as a sum: the strongest contributions, all others as one remainder, the bias; then ReLU. */
export function NeuronSum({ neuron }: { readonly neuron: Neuron }) {
  const { language, number } = useFigureWords()
  const words = fullyConnectedWords[language]
  const text = (read: (now: NeuronNow) => string) => () => {
    const now = neuron.read()
    return now ? read(now) : ''
  }
  const live = (read: (now: NeuronNow) => string) => (
    <LiveText read={text(read)} subscribe={neuron.subscribe} />
  )
  const nameOf = (rank: number) =>
    live(({ largest }) => {
      const { from, input, weight } = largest.terms[rank]
      if (!from) return ''
      const place = words.place(number(from.map + 1), number(from.row + 1), number(from.column + 1))
      return words.term(place, number(input, decimals), number(weight, decimals))
    })
  const note = ({ sum, largest }: NeuronNow) => {
    const printed = [...largest.terms.map(({ product }) => product), largest.rest.sum, sum.bias]
    const gap = roundingGap(printed, sum.pre, decimals)
    const relu = words.afterRelu(number(sum.value, decimals))
    return gap === 0 ? relu : `${words.rounding(number(gap, decimals))} ${relu}`
  }
  return (
    <Terms
      changes={neuron}
      terms={[
        ...ranks.map((rank) => ({
          name: nameOf(rank),
          read: text(({ largest }) => number(largest.terms[rank].product, decimals)),
        })),
        {
          name: live(({ largest }) => words.others(number(largest.rest.count))),
          read: text(({ largest }) => number(largest.rest.sum, decimals)),
        },
        { name: words.bias, read: text(({ sum }) => number(sum.bias, decimals)) },
        { name: words.pre, read: text(({ sum }) => number(sum.pre, decimals)), isTotal: true },
      ]}
      note={text(note)}
    />
  )
}
