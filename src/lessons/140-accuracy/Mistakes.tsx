import { useMemo } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/messages.ts'
import { useDigitsAt } from '../../session/useDigitsAt.ts'
import { DigitButtons } from './DigitButtons.tsx'
import { accuracyWords } from './words.ts'

const shownCount = 10

/** The mistakes the network was most sure of. */
export function Mistakes({ evaluation }: { readonly evaluation: Evaluation }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const mistakes = useMemo(() => evaluation.mistakes.slice(0, shownCount), [evaluation])
  const indices = useMemo(() => mistakes.map(({ index }) => index), [mistakes])
  const digits = useDigitsAt(indices)

  // After a step back to a checkpoint the newest evaluation left has its numbers, but no list any more.
  if (mistakes.length === 0) return evaluation.correct < evaluation.n ? null : <p>{words.noMistakes}</p>
  const buttons = mistakes.map(({ index, label, answer, probability }) => ({
    index,
    name: words.mistakeName(number(index), number(label), number(answer), percent(probability)),
    captions: [words.mistake(number(label), number(answer)), percent(probability)],
  }))
  return (
    <FigurePart heading={words.mistakes} look="mistakes">
      <DigitButtons buttons={buttons} digits={digits} />
    </FigurePart>
  )
}
