/** How the numbers of a variable, an activation or the logits are distributed, step after step. */

import { useMemo, useRef } from 'react'
import { FigurePart, FigureRow } from '../../figures/FigureLayout.tsx'
import { useChoice } from '../../figures/kept.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRecords } from '../../session/useRecords.ts'
import { Choice } from '../../ui/Choice.tsx'
import { BandChart } from './BandChart.tsx'
import { type Chosen, distributionIn } from './chosen.ts'
import { DistributionChoice } from './DistributionChoice.tsx'
import styles from './Figure.module.css'
import { RidgeStage } from './RidgeStage.tsx'
import { type HeightScale, ridgesOf } from './ridges.ts'
import { instrumentsWords } from './words.ts'

const heights: readonly HeightScale[] = ['linear', 'logarithmic']

export function Distributions() {
  const { language } = useFigureWords()
  const words = instrumentsWords[language]
  const summaries = useRecords((records) => records.summaries)
  const [chosen, setChosen] = useChoice<Chosen>('distributions/chosen', {
    layer: 'fc1',
    quantity: 'weights',
    split: 'test',
  })
  const [height, setHeight] = useChoice<HeightScale>('distributions/height', 'linear')
  const output = useRef<HTMLOutputElement>(null)
  const recorded = useMemo(
    () => summaries.map((summary) => ({ step: summary.step, distribution: distributionIn(summary, chosen) })),
    [summaries, chosen],
  )
  const ridges = useMemo(() => ridgesOf(recorded, height), [recorded, height])
  if (summaries.length === 0) return <p className={styles.sentence}>{words.noSummary}</p>
  return (
    <>
      <div className={styles.controls}>
        <DistributionChoice chosen={chosen} onChange={setChosen} />
      </div>
      <FigureRow grow={1}>
        <FigurePart
          heading={words.ridges}
          grow={1}
          look="ridges"
          aside={
            <Choice
              name={words.height}
              value={height}
              options={heights.map((value) => ({ value, label: words.heights[value] }))}
              onChange={setHeight}
            />
          }
        >
          <div className={styles.ridges}>
            <RidgeStage name={words.ridges} ridges={ridges} output={output} />
          </div>
        </FigurePart>
        <FigurePart heading={words.bands} grow={1} look="bands">
          <BandChart name={words.bands} recorded={recorded} output={output} />
        </FigurePart>
      </FigureRow>
      <output ref={output} className={styles.readout}>
        {words.hintRidges}
      </output>
    </>
  )
}
