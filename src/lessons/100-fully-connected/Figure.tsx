import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useCellStore } from '../../figures/cellStore.ts'
import { useIsDifference } from '../../figures/difference.ts'
import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useKept } from '../../figures/kept.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { answerOf } from '../../math/softmax.ts'
import { tapShapes } from '../../network/spec.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import { activeCount } from './explain.ts'
import styles from './Figure.module.css'
import { NeuronSum } from './NeuronSum.tsx'
import { OneProduct } from './OneProduct.tsx'
import { Parameters } from './Parameters.tsx'
import { type PointedStore, Products } from './Products.tsx'
import { useNeuron } from './useNeuron.ts'
import { fullyConnectedWords } from './words.ts'

const [neuronCount] = tapShapes.fc1
/** Neurons have no order of their own; they are laid out row by row in a square. */
const neuronsInARow = Math.sqrt(neuronCount)
const neuronAt = ({ row, column }: MapCell) => row * neuronsInARow + column
const cellOf = (neuron: number): MapCell => ({
  map: 0,
  row: Math.floor(neuron / neuronsInARow),
  column: neuron % neuronsInARow,
})

export function Figure() {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = fullyConnectedWords[language]
  const chosen = useCellStore(cellOf(17))
  const index = useStore(chosen, ({ held }) => neuronAt(held))
  const neuron = useNeuron(index)
  const pointed = useKept<PointedStore>('pointed', () => createStore(() => ({ cell: null })))
  const fc1 = () => frames.latest()?.planes.get('fc1')
  const active = () => {
    const plane = fc1()
    if (!plane) return ''
    return words.active(number(activeCount(plane)))
  }
  const holdStrongest = () => {
    const values = fc1()?.values
    if (values) chosen.hold(cellOf(answerOf(values, 0, values.length)))
  }
  const isDifference = useIsDifference()
  const neuronMark = (): Mark[] => [{ ...chosen.getState().held, rows: 1, columns: 1, look: 'accent' }]

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <Products neuron={neuron} index={index} pointed={pointed} />
        <FigurePart
          heading={isDifference ? words.all : <LiveText read={active} subscribe={frames.subscribe} />}
          difference
          look="neurons"
          grow={1}
          narrowHeight="24rem"
        >
          <TapMaps
            tap="fc1"
            quiet
            cellText={(cell, value) => common.neuron(neuronAt(cell), value)}
            marks={neuronMark}
            follow={chosen}
            onPick={chosen.hold}
          />
          <div className={styles.legend}>
            <TapLegend tap="fc1" note={isDifference ? null : undefined} />
          </div>
        </FigurePart>
      </FigureRow>
      <FigureRow>
        <FigureColumn grow={3}>
          <FigurePart
            heading={words.oneNeuron(number(index + 1))}
            look="sum"
            aside={
              <Button size="small" onClick={holdStrongest}>
                {words.strongest}
              </Button>
            }
          >
            <NeuronSum neuron={neuron} />
          </FigurePart>
        </FigureColumn>
        <FigureColumn grow={2}>
          <OneProduct neuron={neuron} pointed={pointed} />
          <Parameters />
        </FigureColumn>
      </FigureRow>
      <FigureFoot />
    </FigureLayout>
  )
}
