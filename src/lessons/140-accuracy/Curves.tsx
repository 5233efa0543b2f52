import { useMemo } from 'react'
import { CurveKey } from '../../figures/CurveKey.tsx'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/messages.ts'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import { accuracyCurve } from './explain.ts'
import { accuracyWords } from './words.ts'

const wholeRange = [0, 1] as const

/** Test and training accuracy at every step that was evaluated. */
export function Curves({ evaluations }: { readonly evaluations: readonly Evaluation[] }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const { rows, lastStep, lastTest } = useMemo(() => {
    const { steps, test, train } = accuracyCurve(evaluations)
    return { rows: [steps, test, train] as const, lastStep: steps.at(-1) ?? 0, lastTest: test.at(-1) ?? 0 }
  }, [evaluations])
  const curves: readonly Curve[] = [
    { name: words.test, color: 'accent', dots: true },
    { name: words.train, color: 'muted', dots: true },
  ]
  return (
    <FigurePart heading={words.curves} grow={1} look="curves">
      <LineChart
        name={`${words.curves}. ${words.curvesNow(percent(lastTest, 2), number(lastStep))}`}
        curves={curves}
        rows={rows}
        xName={words.step}
        yName={words.accuracy}
        xRange={[0, Math.max(100, lastStep)]}
        yRange={wholeRange}
        xOf={(value) => number(value)}
        yOf={(value) => percent(value, 0)}
      />
      <CurveKey curves={curves} />
    </FigurePart>
  )
}
