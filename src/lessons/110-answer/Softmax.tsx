import { useIsDifference } from '../../figures/difference.ts'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useSumBars } from '../../figures/useSumBars.ts'
import { answerOf } from '../../math/softmax.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { SoftmaxTable } from './SoftmaxTable.tsx'
import { answerWords } from './words.ts'

const shares = { lowest: 0, highest: 1 }

/** Ten logits, ten probabilities, and the way from one to the other in numbers. */
export function Softmax() {
  const { language, words: common, number, percent } = useFigureWords()
  const words = answerWords[language]
  const isDifference = useIsDifference()
  const of = (text: string) => (isDifference ? common.ofDifference(text) : text)
  const logits = useSumBars('fc2')
  const probabilities = useSumBars('softmax')
  const digitName = (digit: number) => number(digit)
  const asLogit = (value: number) => number(value, 3)
  const asShare = (value: number) => percent(value, 2)
  const largestOf = (values: Float32Array | undefined, write: (value: number) => string) => {
    if (!values) return words.nothing
    if (isDifference) return common.difference
    const largest = indexOfLargest(values)
    return words.answerNow(number(largest), write(values[largest]))
  }

  return (
    <FigureRow grow={1}>
      <FigureColumn grow={4}>
        <FigurePart heading={words.logits} look="logits" grow={1} difference>
          <BarStage
            name={words.logits}
            describe={() => largestOf(logits.source.read()?.plane.values, asLogit)}
            {...logits}
            kind="signed"
            valueOf={(value) => number(value, 1)}
            nameOf={digitName}
            marked={isDifference ? nowhere : indexOfLargest}
            tap="fc2"
            view="figure"
            readout={{
              bar: (digit, value) => of(words.bar(number(digit), asLogit(value))),
              hint: words.sumHint,
            }}
          />
        </FigurePart>
        <FigurePart heading={words.probabilities} look="probabilities" grow={1} difference>
          <BarStage
            name={words.probabilities}
            describe={() => largestOf(probabilities.source.read()?.plane.values, asShare)}
            {...probabilities}
            kind={isDifference ? 'signed' : 'unsigned'}
            range={isDifference ? undefined : shares}
            valueOf={(value) => percent(value, 0)}
            nameOf={digitName}
            marked={isDifference ? nowhere : indexOfLargest}
            tap="softmax"
            view="figure"
            readout={{
              bar: (digit, value) => of(words.bar(number(digit), asShare(value))),
              hint: words.sumHint,
            }}
          />
        </FigurePart>
      </FigureColumn>
      <FigureColumn grow={5}>
        <FigurePart heading={words.table} look="table">
          <SoftmaxTable />
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}

/** The largest difference is no answer. */
function nowhere(): number {
  return -1
}

function indexOfLargest(values: Float32Array): number {
  return answerOf(values, 0, values.length)
}
