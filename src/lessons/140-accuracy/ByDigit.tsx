import { useState } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Confusion } from './Confusion.tsx'
import { DigitBars } from './DigitBars.tsx'
import { accuracyWords } from './words.ts'

const views = ['matrix', 'bars'] as const

/** What happened to the images of each digit: all answers as a table, or the right ones as bars. */
export function ByDigit({ confusion }: { readonly confusion: readonly number[] }) {
  const { language } = useFigureWords()
  const words = accuracyWords[language]
  const [view, setView] = useState<(typeof views)[number]>('matrix')
  return (
    <FigurePart
      heading={words[view]}
      aside={
        <Choice
          name={words.show}
          value={view}
          options={views.map((value) => ({ value, label: words.views[value] }))}
          onChange={setView}
        />
      }
    >
      {view === 'matrix' ? <Confusion confusion={confusion} /> : <DigitBars confusion={confusion} />}
    </FigurePart>
  )
}
