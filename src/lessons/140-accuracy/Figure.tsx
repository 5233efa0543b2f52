import { FigureLayout } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import { useRun } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Classes } from './Classes.tsx'
import { Confusions } from './Confusions.tsx'
import { Curves } from './Curves.tsx'
import { FlipLists } from './FlipLists.tsx'
import { Headline } from './Headline.tsx'
import { Layers } from './Layers.tsx'
import { Mistakes } from './Mistakes.tsx'
import { TestDigits } from './TestDigits.tsx'
import { accuracyWords } from './words.ts'

const views = ['curves', 'confusions', 'mistakes', 'flips', 'classes', 'layers'] as const
type View = (typeof views)[number]
/** Where each part is that the text speaks of. */
const viewOfLook: Readonly<Record<string, View>> = {
  curves: 'curves',
  meaning: 'curves',
  matrix: 'confusions',
  diagonal: 'confusions',
  mistakes: 'mistakes',
}

export function Figure() {
  const { language } = useFigureWords()
  const words = accuracyWords[language]
  const evaluations = useRun((state) => state.evaluations)
  const [view, setView] = useChoice<View>('view', 'curves')
  useViewOfLook(viewOfLook, setView)
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
      <Headline last={last} />
      <Choice
        name={words.view}
        value={view}
        options={views.map((value) => ({ value, label: words.views[value] }))}
        onChange={setView}
      />
      <Shown view={view} last={last} evaluations={evaluations} />
    </FigureLayout>
  )
}

function Shown(props: {
  readonly view: View
  readonly last: Evaluation
  readonly evaluations: readonly Evaluation[]
}) {
  const { view, last, evaluations } = props
  switch (view) {
    case 'curves':
      return <Curves evaluations={evaluations} last={last} />
    case 'confusions':
      return <Confusions evaluation={last} />
    case 'mistakes':
      return <Mistakes evaluation={last} />
    case 'flips':
      return <FlipLists before={evaluations.at(-2) ?? null} now={last} />
    case 'classes':
      return <Classes confusion={last.confusion} />
    case 'layers':
      return <Layers />
    default:
      return view satisfies never
  }
}
