import { FigureLayout, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Batch } from './Batch.tsx'
import { DigitLoss } from './DigitLoss.tsx'
import { RunLoss } from './RunLoss.tsx'
import { lossWords } from './words.ts'

const views = ['batch', 'run'] as const
type View = (typeof views)[number]
const viewOfLook = { batch: 'batch', run: 'run' } as const

/** One image; then all that a step sees, or all steps. */
export function Figure() {
  const { language } = useFigureWords()
  const words = lossWords[language]
  const [view, setView] = useChoice<View>('view', 'batch')
  useViewOfLook<View>(viewOfLook, setView)
  const choice = (
    <Choice
      name={words.view}
      value={view}
      options={views.map((value) => ({ value, label: words.views[value] }))}
      onChange={setView}
    />
  )
  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <DigitLoss />
        {view === 'batch' ? <Batch choice={choice} /> : <RunLoss choice={choice} />}
      </FigureRow>
    </FigureLayout>
  )
}
