import type { ComponentType } from 'react'
import { FigureLayout } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import { Choice } from '../../ui/Choice.tsx'
import { BusyView } from './BusyView.tsx'
import { Distributions } from './Distributions.tsx'
import { Export } from './export/Export.tsx'
import { GraphView } from './GraphView.tsx'
import { Images } from './Images.tsx'
import { Scalars } from './Scalars.tsx'
import { TraceView } from './TraceView.tsx'
import { instrumentsWords } from './words.ts'

/** One for each instrument, in this order. Another one is a line here, and its name in `words.ts`. */
const views = {
  scalars: Scalars,
  distributions: Distributions,
  images: Images,
  graph: GraphView,
  trace: TraceView,
  busy: BusyView,
  export: Export,
} as const satisfies Record<string, ComponentType>
type View = keyof typeof views
const viewNames = Object.keys(views) as readonly View[]
/** Where each part is that the text speaks of. */
const viewOfLook = {
  loss: 'scalars',
  accuracy: 'scalars',
  ridges: 'distributions',
  bands: 'distributions',
  steps: 'images',
  graph: 'graph',
  trace: 'trace',
  export: 'export',
} as const satisfies Record<string, View>

export function Figure() {
  const { language } = useFigureWords()
  const words = instrumentsWords[language]
  const [view, setView] = useChoice<View>('view', 'scalars')
  useViewOfLook<View>(viewOfLook, setView)
  const Shown = views[view]
  return (
    <FigureLayout>
      <Choice
        name={words.instrument}
        value={view}
        options={viewNames.map((value) => ({ value, label: words.views[value] }))}
        onChange={setView}
      />
      <Shown />
    </FigureLayout>
  )
}
