import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useDigitsAt } from '../../session/useDigitsAt.ts'
import { DigitButtons } from './DigitButtons.tsx'
import { accuracyWords } from './words.ts'

const firstIndices = Array.from({ length: 30 }, (_, index) => index)

/** What will be measured on: the first test digits. */
export function TestDigits() {
  const { language, number } = useFigureWords()
  const words = accuracyWords[language]
  const digits = useDigitsAt(firstIndices)
  if (digits === null) return null
  const buttons = [...digits.indices].map((index, at) => {
    const label = number(digits.labels[at])
    return { index, name: words.testDigitName(number(index), label), captions: [words.testDigit(label)] }
  })
  return (
    <FigurePart heading={words.testDigits}>
      <DigitButtons buttons={buttons} digits={digits} />
    </FigurePart>
  )
}
