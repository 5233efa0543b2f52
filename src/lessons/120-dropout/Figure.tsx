import { FigureColumn, FigureFoot, FigureLayout, FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { TapLegend, TapMaps } from '../../figures/TapMaps.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { shownDropoutMask } from '../../math/dropout.ts'
import { tapShapes, training } from '../../network/spec.ts'
import type { MapCell } from '../../paint/mapGrid.ts'
import { useDropoutKeep } from '../../session/useDropoutKeep.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { MapStage } from '../../ui/MapStage.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { useLook } from '../../ui/useLook.ts'
import { countDropped, maskFits } from './explain.ts'
import styles from './Figure.module.css'
import { Passes } from './Passes.tsx'
import { dropoutWords } from './words.ts'

const [neuronCount] = tapShapes.fc1
const neuronsInARow = Math.sqrt(neuronCount)
const square = { mapCount: 1, mapHeight: neuronsInARow, mapWidth: neuronsInARow }

export function Figure() {
  const run = useRunHandle()
  const { frames } = run
  const { language, words: common, number } = useFigureWords()
  const words = dropoutWords[language]
  const [keep, setKeep] = useChoice<number>('keep', training.keepProbability)
  useDropoutKeep(keep)
  const keepLook = useLook('keep')

  /** The mask of the newest frame, drawn from the seed that the run used for it. */
  const masked = () => {
    const frame = frames.latest()
    const fc1 = frame?.planes.get('fc1')
    const dropout = frame?.planes.get('dropout')
    if (!frame || !fc1 || !dropout) return null
    const seed = run.store.getState().settings.seed + frame.step
    const mask = shownDropoutMask(neuronCount, { keep: frame.dropoutKeep, seed })
    return maskFits(fc1, mask, dropout) ? { fc1, mask, step: frame.step, keep: frame.dropoutKeep } : null
  }
  const maskSource = {
    read: () => {
      const now = masked()
      return now && { plane: { shape: [neuronCount], values: now.mask }, step: now.step }
    },
    subscribe: frames.subscribe,
  }
  const counts = () => {
    const now = masked()
    if (!now) return ''
    const { off, active, activeOff } = countDropped(now.fc1, now.mask)
    return words.counts(number(off), number(active), number(activeOff))
  }
  const factor = () => {
    const now = masked()
    return now ? words.factor(number(now.keep, 2), number(1 / now.keep, 2)) : ''
  }
  const neuronOf = ({ row, column }: MapCell) => row * neuronsInARow + column
  const neuronText = (cell: MapCell, value: string) => common.neuron(neuronOf(cell), value)

  return (
    <FigureLayout>
      <FigureRow grow={1}>
        <FigurePart heading={words.before} look="neurons" grow={1} difference>
          <TapMaps tap="fc1" hint={words.hint} cellText={neuronText} />
        </FigurePart>
        <FigurePart heading={words.mask} look="mask" grow={1}>
          <MapStage
            name={words.maskName}
            describe={() => counts() || words.nothing}
            source={maskSource}
            shape={square}
            kind="unsigned"
            limitOf={({ values }) => Math.max(...values)}
            view="figure"
            readout={{
              cell: (cell, value) =>
                value === 0
                  ? words.dropped(number(neuronOf(cell) + 1))
                  : words.kept(number(neuronOf(cell) + 1), number(value, 2)),
              hint: words.maskHint,
            }}
          />
        </FigurePart>
        <FigurePart heading={words.after} look="after" grow={1}>
          <TapMaps tap="dropout" hint={words.hint} cellText={neuronText} />
        </FigurePart>
        <FigureColumn grow={1.7}>
          <div className={styles.now} {...keepLook.props}>
            <Slider
              name={words.keep}
              value={keep}
              least={0.1}
              most={1}
              step={0.05}
              valueText={number(keep, 2)}
              onChange={setKeep}
            />
            <LiveText as="p" className={styles.counts} read={counts} subscribe={frames.subscribe} />
            <LiveText as="p" read={factor} subscribe={frames.subscribe} />
          </div>
        </FigureColumn>
      </FigureRow>
      <Passes keep={keep} />
      <FigureFoot>
        <TapLegend tap="dropout" />
      </FigureFoot>
    </FigureLayout>
  )
}
