import { useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Choice } from '../../ui/Choice.tsx'
import { OnePixel } from './OnePixel.tsx'
import { Wall } from './Wall.tsx'
import { secondConvolutionWords } from './words.ts'

type View = 'pixel' | 'wall'

export function Figure() {
  const { language } = useFigureWords()
  const words = secondConvolutionWords[language]
  const [view, setView] = useChoice<View>('view', 'pixel')
  const chosen = useCellStore({ map: 6, row: 6, column: 7 }, mapShapeOf('conv2/pre'))

  return (
    <FigureLayout>
      <Choice
        name={words.view}
        look="wall"
        value={view}
        options={[
          { value: 'pixel', label: words.views.pixel },
          { value: 'wall', label: words.views.wall },
        ]}
        onChange={setView}
      />
      {view === 'pixel' ? <OnePixel chosen={chosen} /> : <Wall chosen={chosen} />}
      <FigureFoot>
        <TapLegend tap={view === 'pixel' ? 'conv2/pre' : 'conv2/weights'} />
      </FigureFoot>
    </FigureLayout>
  )
}
