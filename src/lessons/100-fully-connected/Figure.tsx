import { FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { tapShapes } from '../../network/spec.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { activeCount, flatIndex } from './explain.ts'
import styles from './Figure.module.css'
import { ParameterTable } from './ParameterTable.tsx'
import { fullyConnectedWords } from './words.ts'

const [neuronCount] = tapShapes.fc1
/** Neurons have no order of their own; they are laid out row by row in a square. */
const neuronsInARow = Math.sqrt(neuronCount)

export function Figure() {
  const { frames } = useRunHandle()
  const { language, words: common, number, percent } = useFigureWords()
  const words = fullyConnectedWords[language]
  const active = () => {
    const fc1 = frames.latest()?.planes.get('fc1')
    if (!fc1) return ''
    const count = activeCount(fc1)
    return words.active(number(count), percent(count / neuronCount))
  }

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigurePart heading={words.inputs} grow={1}>
          <TapMaps
            tap="pool2"
            columns={8}
            hint={words.inputsHint}
            cellText={(cell, value) =>
              words.inputCell(
                number(flatIndex(cell) + 1),
                number(cell.map + 1),
                number(cell.row + 1),
                number(cell.column + 1),
                value,
              )
            }
          />
        </FigurePart>
        <FigurePart
          heading={words.neurons}
          aside={<LiveText className={styles.active} read={active} subscribe={frames.subscribe} />}
          grow={1}
        >
          <TapMaps
            tap="fc1"
            hint={words.neuronsHint}
            cellText={({ row, column }, value) => common.neuron(row * neuronsInARow + column, value)}
          />
        </FigurePart>
      </FigureRow>
      <ParameterTable />
      <FigureFoot>
        <TapLegend tap="fc1" />
      </FigureFoot>
    </FigureLayout>
  )
}
