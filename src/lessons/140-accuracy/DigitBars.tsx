import { useMemo } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { ShareBarChart } from '../../ui/ShareBarChart.tsx'
import { classAccuracies } from './explain.ts'
import { accuracyWords } from './words.ts'

/** Per-class accuracy of the last evaluation. */
export function DigitBars({ confusion }: { readonly confusion: readonly number[] }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const shares = useMemo(
    () => classAccuracies(confusion).map((accuracy, index) => ({ index, share: accuracy ?? Number.NaN })),
    [confusion],
  )
  const values = shares.map(({ index, share }) =>
    words.barValue(number(index), Number.isNaN(share) ? words.none : percent(share, 1)),
  )
  return (
    <ShareBarChart
      name={`${words.bars}. ${values.join(', ')}`}
      shares={shares}
      xName={words.label}
      yName={words.rightInPercent}
    />
  )
}
