import { useState } from 'react'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Confusion } from './Confusion.tsx'
import { DigitBars } from './DigitBars.tsx'
import { accuracyWords } from './words.ts'

const views = ['matrix', 'bars'] as const
type View = (typeof views)[number]
/** Where each part is that the text speaks of. */
const viewOfLook = { matrix: 'matrix', diagonal: 'matrix' } as const satisfies Record<string, View>

/** What happened to the images of each digit: all answers as a table, or the right ones as bars. */
export function ByDigit({ confusion }: { readonly confusion: readonly number[] }) {
  const { language } = useFigureWords()
  const words = accuracyWords[language]
  const [view, setView] = useState<View>('matrix')
  useViewOfLook<View>(viewOfLook, setView)
  return (
    <FigurePart
      heading={words[view]}
      look="matrix"
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
