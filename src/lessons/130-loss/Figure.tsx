import { FigureLayout, FigureRow } from '../../figures/FigureLayout.tsx'
import { DigitLoss } from './DigitLoss.tsx'
import { RunLoss } from './RunLoss.tsx'

export function Figure() {
  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <DigitLoss />
        <RunLoss />
      </FigureRow>
    </FigureLayout>
  )
}
