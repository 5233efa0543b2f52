import { useSyncExternalStore } from 'react'
import { useCellStore } from '../../figures/cellStore.ts'
import { FigureFoot, FigureLayout } from '../../figures/FigureLayout.tsx'
import { useChoice, useKept } from '../../figures/kept.ts'
import { mapShapeOf } from '../../figures/scale.ts'
import { TapLegend } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useViewOfLook } from '../../figures/useViewOfLook.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Choice } from '../../ui/Choice.tsx'
import { strongestCell } from './explain.ts'
import styles from './Figure.module.css'
import { Moves } from './Moves.tsx'
import { Shifted } from './Shifted.tsx'
import type { Shift } from './shift.ts'
import { Windows } from './Windows.tsx'
import { poolingWords } from './words.ts'

type View = 'window' | 'shift'
/** Where each part is that the text speaks of. */
const viewOfLook: Readonly<Record<string, View>> = {
  before: 'window',
  window: 'window',
  after: 'window',
  shift: 'shift',
}

/** Begins anew with the first frame: before it, nobody knows where there is something to see. */
export function Figure() {
  const { frames } = useRunHandle()
  const hasMaps = () => frames.latest()?.planes.has('pool1') ?? false
  const isReady = useSyncExternalStore(frames.subscribe, hasMaps)
  return <Views key={String(isReady)} />
}

function Views() {
  const { language } = useFigureWords()
  const words = poolingWords[language]
  const [view, setView] = useChoice<View>('view', 'window')
  useViewOfLook(viewOfLook, setView)
  const [shift, setShift] = useChoice<Shift>('shift', { right: 1, down: 0 })
  /** The pooled cell the figure speaks of. */
  const chosen = useCellStore(useFirstCell(), mapShapeOf('pool1'))
  return (
    <FigureLayout>
      <div className={styles.top}>
        <Choice
          name={words.view}
          value={view}
          options={[
            { value: 'window', label: words.views.window },
            { value: 'shift', label: words.views.shift },
          ]}
          onChange={setView}
          look="shift"
        />
        {view === 'shift' && <Moves shift={shift} onChange={setShift} />}
      </div>
      {view === 'window' ? <Windows chosen={chosen} /> : <Shifted chosen={chosen} wanted={shift} />}
      <FigureFoot>
        <TapLegend tap="conv1" />
      </FigureFoot>
    </FigureLayout>
  )
}

/** Where the figure stands at first: at the strongest cell there is when it opens. */
function useFirstCell(): MapCell {
  const { frames } = useRunHandle()
  return useKept(`first/${frames.latest()?.planes.has('pool1')}`, () => {
    const pooled = frames.latest()?.planes.get('pool1')
    return pooled ? strongestCell(pooled) : { map: 6, row: 5, column: 8 }
  })
}
