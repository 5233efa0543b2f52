/** What the network saw and made of it, at every recorded step: one slider moves all pictures. */

import { useMemo, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRecords } from '../../session/useRecords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Player } from '../../ui/Player.tsx'
import { useLook } from '../../ui/useLook.ts'
import styles from './Figure.module.css'
import type { Split } from './pictures.ts'
import { RecordedMaps, type StepScale } from './RecordedMaps.tsx'
import { SplitChoice } from './SplitChoice.tsx'
import { createStepChoice, type StepChoice } from './stepChoice.ts'
import { instrumentsWords } from './words.ts'

/** Time to look at each step. */
const msPerStop = 500
const layers = ['first', 'second', 'slices'] as const
type Layer = (typeof layers)[number]
const scales: readonly StepScale[] = ['run', 'step']

export function Images() {
  const { records } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = instrumentsWords[language]
  const summaries = useRecords((state) => state.summaries)
  const choice = useMemo(() => createStepChoice(records), [records])
  const { position } = useStore(choice.at)
  const isNewest = useIsNewest(choice)
  const steps = useLook('steps')
  const [split, setSplit] = useChoice<Split>('images/split', 'test')
  const [scale, setScale] = useChoice<StepScale>('images/scale', 'run')
  const [layer, setLayer] = useChoice<Layer>('images/layer', 'first')
  const output = useRef<HTMLOutputElement>(null)
  const stepText = (place: number) => words.atStep(number(summaries[Math.round(place)]?.step ?? 0))
  const pictures = { split, scale, choice, output }
  if (summaries.length === 0) return <p className={styles.sentence}>{words.noSummary}</p>
  return (
    <>
      <div className={styles.controls}>
        <Choice
          name={words.show}
          value={layer}
          options={layers.map((value) => ({ value, label: words.layers[value] }))}
          onChange={setLayer}
        />
        <SplitChoice split={split} onChange={setSplit} />
        <Choice
          name={words.scaleOver}
          value={scale}
          options={scales.map((value) => ({ value, label: words.stepScales[value] }))}
          onChange={setScale}
        />
      </div>
      <div className={styles.playing} {...steps.props}>
        <span className={styles.step}>{stepText(position)}</span>
        <Player
          name={words.recordedSteps}
          words={common.player}
          at={choice.at}
          last={summaries.length - 1}
          msPerStop={msPerStop}
          positionText={stepText}
          whole
        />
        <Button size="small" disabled={isNewest} onClick={choice.chooseNewest}>
          {isNewest ? words.following : words.follow}
        </Button>
      </div>
      <div className={styles.layer} data-layer={layer}>
        {layer === 'first' && (
          <>
            <div className={styles.column}>
              <RecordedMaps {...pictures} name="digits" grow={5} narrowHeight="7rem" />
              <RecordedMaps {...pictures} name="conv1/weights" grow={5} narrowHeight="7rem" />
              <RecordedMaps {...pictures} name="pool1" grow={6} narrowHeight="12rem" />
            </div>
            <RecordedMaps {...pictures} name="conv1" grow={1} narrowHeight="18rem" />
          </>
        )}
        {layer === 'second' && (
          <>
            <RecordedMaps {...pictures} name="conv2" grow={1} narrowHeight="18rem" />
            <RecordedMaps {...pictures} name="pool2" grow={1} narrowHeight="12rem" />
          </>
        )}
        {layer === 'slices' && (
          <RecordedMaps {...pictures} name="conv2/weights" grow={1} narrowHeight="16rem" columns={64} />
        )}
      </div>
      <output ref={output} className={styles.readout}>
        {words.hintImages}
      </output>
    </>
  )
}

function useIsNewest({ subscribe, isNewest }: StepChoice): boolean {
  return useSyncExternalStore(subscribe, isNewest)
}
