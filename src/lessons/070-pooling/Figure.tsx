import { useState } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout } from '../../figures/FigureLayout.tsx'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { strongestCell } from './explain.ts'
import { Shifted } from './Shifted.tsx'
import { Windows } from './Windows.tsx'
import { poolingWords } from './words.ts'

type View = 'window' | 'shift'

export function Figure() {
  const { language } = useFigureWords()
  const words = poolingWords[language]
  const [view, setView] = useState<View>('window')
  /** The pooled cell the figure speaks of. */
  const chosen = useCellStore(useFirstCell(), mapShapeOf('pool1'))
  return (
    <FigureLayout>
      <Choice
        name={words.view}
        value={view}
        options={[
          { value: 'window', label: words.views.window },
          { value: 'shift', label: words.views.shift },
        ]}
        onChange={setView}
      />
      {view === 'window' ? <Windows chosen={chosen} /> : <Shifted chosen={chosen} />}
      <FigureFoot>
        <TapLegend tap="conv1" />
      </FigureFoot>
    </FigureLayout>
  )
}

/** Where the figure stands at first: at the strongest cell there is when it opens. */
function useFirstCell(): MapCell {
  const { frames } = useRunHandle()
  const [cell] = useState(() => {
    const pooled = frames.latest()?.planes.get('pool1')
    return pooled ? strongestCell(pooled) : { map: 6, row: 5, column: 8 }
  })
  return cell
}
