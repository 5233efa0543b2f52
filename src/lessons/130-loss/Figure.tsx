import { FigureLayout } from '../../figures/FigureLayout.tsx'
import { DigitLoss } from './DigitLoss.tsx'
import { RunLoss } from './RunLoss.tsx'

export function Figure() {
  return (
    <FigureLayout>
      <DigitLoss />
      <RunLoss />
    </FigureLayout>
  )
}
