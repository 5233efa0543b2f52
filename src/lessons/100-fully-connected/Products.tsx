/** Value times weight is contribution: three pictures of the same 64 × 7 × 7 places, touched as one. */
import { useMemo } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { useIsDifference } from '../../figures/difference.ts'
import { FigurePart } from '../../figures/FigureLayout.tsx'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { tapShapes } from '../../network/spec.ts'
import { largestMagnitude, type MapCell } from '../../paint/mapGrid.ts'
import type { Mark } from '../../paint/surface.ts'
import { Legend } from '../../ui/Legend.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { useReachBeside } from '../../ui/twins.ts'
import styles from './Figure.module.css'
import type { Neuron } from './useNeuron.ts'
import { fullyConnectedWords } from './words.ts'

const [mapHeight, mapWidth, mapCount] = tapShapes.pool2
const shape = { mapHeight, mapWidth, mapCount }

export type PointedStore = StoreApi<{ readonly cell: MapCell | null }>

type ProductsProps = {
  readonly neuron: Neuron
  /** Of the neuron, from 0. */
  readonly index: number
  /** The place pointed at in one of the three, marked in all. */
  readonly pointed: PointedStore
}

export function Products({ neuron, index, pointed }: ProductsProps) {
  const { language, words: common, number } = useFigureWords()
  const words = fullyConnectedWords[language]
  const changes = useMemo(() => bothOf(neuron, pointed), [neuron, pointed])
  const onPoint = (cell: MapCell | null) => pointed.setState({ cell })
  const marks = (): Mark[] => {
    const { cell } = pointed.getState()
    return cell ? [{ ...cell, rows: 1, columns: 1, look: 'accent' }] : []
  }
  const touch = { columns: 8, quiet: true, gap: 2, marks, onPoint, follow: pointed }
  const source = useMemo(
    () => ({
      read() {
        const now = neuron.read()
        return now && { plane: { shape: tapShapes.pool2, values: now.contributions }, step: now.step }
      },
      subscribe: changes.subscribe,
    }),
    [neuron, changes],
  )
  const limit = () => {
    const shown = source.read()
    return (shown && largestMagnitude(shown.plane)) || 1
  }
  const isDifference = useIsDifference()
  const reach = useReachBeside(` ${words.contributions}`)
  const shared = () => Math.max(limit(), reach(0)?.highest ?? 0)
  const describe = () => {
    const shown = source.read()
    return shown ? words.contributionsNow(number(limit(), 3)) : common.waiting
  }

  return (
    <>
      <FigurePart heading={words.inputs} look="inputs" grow={1} narrowHeight="22rem" difference>
        <TapMaps tap="pool2" {...touch} />
        <div className={styles.legend}>
          <TapLegend tap="pool2" note={isDifference ? null : undefined} />
        </div>
      </FigurePart>
      <FigurePart heading={words.weights} look="weights" grow={1} narrowHeight="22rem" difference>
        <TapMaps tap={`neuron/${index}`} name={words.weightsOf(number(index + 1))} {...touch} />
        <div className={styles.legend}>
          <TapLegend tap={`neuron/${index}`} note={isDifference ? null : undefined} />
        </div>
      </FigurePart>
      <FigurePart heading={words.contributions} look="contributions" grow={1} narrowHeight="22rem">
        <MapStage
          name={words.contributions}
          describe={describe}
          source={source}
          shape={shape}
          kind="signed"
          limitOf={limit}
          columns={touch.columns}
          gap={touch.gap}
          marks={marks}
          onPoint={onPoint}
          view="figure"
        />
        <div className={styles.legend}>
          <Legend
            kind="signed"
            name={common.signedLegend}
            subscribe={neuron.subscribe}
            ends={() => ({ low: number(-shared(), 2), high: number(shared(), 2) })}
          />
        </div>
      </FigurePart>
    </>
  )
}
