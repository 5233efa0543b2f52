import { FigureColumn, FigureLayout, FigureRow } from '../../figures/FigureLayout.tsx'
import { useRun } from '../../session/useRun.ts'
import { ByDigit } from './ByDigit.tsx'
import { Curves } from './Curves.tsx'
import { Headline } from './Headline.tsx'
import { Mistakes } from './Mistakes.tsx'
import { TestDigits } from './TestDigits.tsx'

export function Figure() {
  const evaluations = useRun((state) => state.evaluations)
  const last = evaluations.at(-1) ?? null
  if (last === null) {
    return (
      <FigureLayout>
        <Headline last={null} />
        <TestDigits />
      </FigureLayout>
    )
  }
  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigureColumn grow={5}>
          <Headline last={last} />
          <Curves evaluations={evaluations} />
        </FigureColumn>
        <FigureColumn grow={6}>
          <ByDigit confusion={last.confusion} />
        </FigureColumn>
      </FigureRow>
      <Mistakes evaluation={last} />
    </FigureLayout>
  )
}
