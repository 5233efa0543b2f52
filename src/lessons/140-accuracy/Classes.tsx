import { useMemo } from 'react'
import { FigureColumn, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { DataTable } from '../../ui/vis/DataTable.tsx'
import { ShareBarChart } from '../../ui/vis/ShareBarChart.tsx'
import { classResults } from './explain.ts'
import { accuracyWords } from './words.ts'

/** The accuracy of each class at the last evaluation: as numbers, and as bars. */
export function Classes({ confusion }: { readonly confusion: readonly number[] }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const results = useMemo(() => classResults(confusion), [confusion])
  const shares = useMemo(
    () => results.map(({ accuracy }, index) => ({ index, share: accuracy ?? Number.NaN })),
    [results],
  )
  const shareOf = (accuracy: number | null) => (accuracy === null ? words.none : percent(accuracy, 1))
  const rows = results.map(({ images, correct, accuracy, interval }, digit) => [
    number(digit),
    number(images),
    number(correct),
    shareOf(accuracy),
    interval ? words.range2(percent(interval[0], 1), percent(interval[1], 1)) : words.none,
  ])
  const values = results.map(({ accuracy }, digit) => words.barValue(number(digit), shareOf(accuracy)))
  return (
    <FigureRow grow={1}>
      <FigureColumn grow={1}>
        <FigurePart heading={words.classes}>
          <DataTable
            headers={[words.label, words.images, words.right, words.share, words.intervalName]}
            rows={rows}
            numbersFrom={1}
          />
        </FigurePart>
      </FigureColumn>
      <FigureColumn grow={1}>
        <FigurePart heading={words.bars}>
          <ShareBarChart
            name={`${words.classes}. ${values.join(', ')}`}
            shares={shares}
            xName={words.label}
            yName={words.rightInPercent}
          />
        </FigurePart>
      </FigureColumn>
    </FigureRow>
  )
}
