import { FigureLayout } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import { answerOf } from '../../math/softmax.ts'
import { classCount } from '../../network/spec.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Contributions } from './Contributions.tsx'
import { Softmax } from './Softmax.tsx'
import { Temperature } from './Temperature.tsx'
import { answerWords } from './words.ts'

const views = ['softmax', 'contributions', 'temperature'] as const
type View = (typeof views)[number]
/** Where each part is that the text speaks of. */
const viewOfLook: Readonly<Record<string, View>> = {
  logits: 'softmax',
  table: 'softmax',
  probabilities: 'softmax',
  contributions: 'contributions',
  temperature: 'temperature',
}

export function Figure() {
  const { frames } = useRunHandle()
  const { language } = useFigureWords()
  const words = answerWords[language]
  const [view, setView] = useChoice<View>('view', 'softmax')
  useViewOfLook(viewOfLook, setView)
  const answer = () => {
    const logits = frames.latest()?.planes.get('fc2')?.values
    return logits ? answerOf(logits, 0, classCount) : 0
  }
  return (
    <FigureLayout>
      <Choice
        name={words.view}
        value={view}
        options={views.map((value) => ({ value, label: words.views[value] }))}
        onChange={setView}
      />
      {view === 'softmax' && <Softmax />}
      {view === 'contributions' && <Contributions first={answer()} />}
      {view === 'temperature' && <Temperature />}
    </FigureLayout>
  )
}
