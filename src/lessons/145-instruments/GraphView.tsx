/** The operations of a training step as boxes that open and close, coloured by what each cost in a measured step. */
import { useStore } from 'zustand'
import { FigureFoot, FigureRow } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { networkGraph } from '../../network/graph.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { CostLegend } from './graph/CostLegend.tsx'
import { GraphDetails } from './graph/GraphDetails.tsx'
import { GraphPicture } from './graph/GraphPicture.tsx'
import { type ColorBy, graphView } from './graph/view.ts'
import styles from './Machine.module.css'
import { machineWords } from './machineWords.ts'
import { StepChoice } from './trace/StepChoice.tsx'

const colors: readonly ColorBy[] = ['time', 'memory', 'none']

export function GraphView() {
  const { language } = useFigureWords()
  const words = machineWords[language].graph
  const { colorBy } = useStore(graphView)
  return (
    <>
      <div className={styles.controls}>
        <Choice
          name={words.color}
          value={colorBy}
          options={colors.map((value) => ({ value, label: words.colors[value] }))}
          onChange={(next) => graphView.setState({ colorBy: next })}
        />
        <GraphButtons />
      </div>
      <FigureRow grow={1}>
        <GraphPicture />
        <div className={styles.detailsPart}>
          <GraphDetails />
        </div>
      </FigureRow>
      <FigureFoot scale={false}>
        <CostLegend />
        <StepChoice />
      </FigureFoot>
    </>
  )
}

function GraphButtons() {
  const { language } = useFigureWords()
  const words = machineWords[language].graph
  const { zoom, open } = useStore(graphView)
  const to = (next: number) => graphView.setState({ zoom: Math.min(2.5, Math.max(0.4, next)) })
  return (
    <div className={styles.buttons}>
      <Button size="small" label={words.smaller} title={words.smaller} onClick={() => to(zoom / 1.25)}>
        {'−'}
      </Button>
      <Button size="small" label={words.larger} title={words.larger} onClick={() => to(zoom * 1.25)}>
        {'+'}
      </Button>
      <Button size="small" disabled={open.size === 0} onClick={() => openThese(new Set())}>
        {words.closeAll}
      </Button>
      <Button size="small" disabled={open.size === everyScope.size} onClick={() => openThese(everyScope)}>
        {words.openAll}
      </Button>
    </div>
  )
}

const openThese = (open: ReadonlySet<string>) => graphView.setState({ open, zoom: 1 })

const everyScope: ReadonlySet<string> = new Set(
  networkGraph().flatMap(({ name }) => {
    const scopes = name.split('/').slice(0, -1)
    return scopes.map((_, at) => scopes.slice(0, at + 1).join('/'))
  }),
)
