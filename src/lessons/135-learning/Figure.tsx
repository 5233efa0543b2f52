import { FigureLayout } from '../../figures/FigureLayout.tsx'
import { useChoice, useKept } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import { Choice } from '../../ui/Choice.tsx'
import { createPosition } from '../../ui/Player.tsx'
import styles from './Figure.module.css'
import { Flows } from './Flows.tsx'
import { SlowStep } from './SlowStep.tsx'
import { TakeStep } from './TakeStep.tsx'
import { learningWords } from './words.ts'

const views = ['step', 'run'] as const
type View = (typeof views)[number]
const viewOfLook = { take: 'step', stops: 'step', picture: 'step', sizes: 'run' } as const

export function Figure() {
  const { language } = useFigureWords()
  const words = learningWords[language]
  const [view, setView] = useChoice<View>('view', 'step')
  const at = useKept('at', () => createPosition(0))
  useViewOfLook<View>(viewOfLook, setView)
  return (
    <FigureLayout>
      <div className={styles.top}>
        {view === 'step' ? <TakeStep onTake={() => at.setState({ position: 0 })} /> : <span />}
        <Choice
          name={words.view}
          value={view}
          options={views.map((value) => ({ value, label: words.views[value] }))}
          onChange={setView}
        />
      </div>
      {view === 'step' ? <SlowStep at={at} /> : <Flows />}
    </FigureLayout>
  )
}
