/** Single numbers over the steps: of the run, or of a distribution. */

import { useRef } from 'react'
import { CurveKey } from '../../figures/CurveKey.tsx'
import { useChoice } from '../../figures/kept.ts'
import { SaveCurves } from '../../figures/SaveCurves.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Choice } from '../../ui/Choice.tsx'
import type { Curve } from '../../ui/LineChart.tsx'
import { Slider } from '../../ui/Slider.tsx'
import type { Chosen } from './chosen.ts'
import { DistributionChoice } from './DistributionChoice.tsx'
import styles from './Figure.module.css'
import { RunCurves } from './RunCurves.tsx'
import { StatisticCurves } from './StatisticCurves.tsx'
import { instrumentsWords } from './words.ts'

const subjects = ['run', 'values'] as const
type Subject = (typeof subjects)[number]

/** As TensorBoard begins. */
const usualMemory = 0.6

export function Scalars() {
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const [subject, setSubject] = useChoice<Subject>('scalars/subject', 'run')
  const [chosen, setChosen] = useChoice<Chosen>('scalars/chosen', {
    layer: 'fc1',
    quantity: 'weights',
    split: 'train',
  })
  const [memory, setMemory] = useChoice('scalars/memory', usualMemory)
  const output = useRef<HTMLOutputElement>(null)
  const bothSplits = subject === 'run' || chosen.quantity === 'activations'
  const key: readonly Curve[] = [
    ...(bothSplits
      ? [
          { name: subject === 'run' ? words.train : words.trainBatch, color: 'muted' } as const,
          { name: subject === 'run' ? words.test : words.testImages, color: 'accent' } as const,
        ]
      : []),
    { name: words.raw, color: bothSplits ? 'muted' : 'accent', faint: true },
  ]
  return (
    <>
      <div className={styles.controls}>
        <Choice
          name={words.show}
          value={subject}
          options={subjects.map((value) => ({ value, label: words.subjects[value] }))}
          onChange={setSubject}
        />
        <Slider
          name={words.smoothing}
          value={memory}
          least={0}
          most={0.99}
          step={0.01}
          valueText={number(memory, 2)}
          onChange={setMemory}
        />
      </div>
      {subject === 'run' ? (
        <RunCurves memory={memory} output={output} />
      ) : (
        <>
          <div className={styles.controls}>
            <DistributionChoice chosen={chosen} onChange={setChosen} bothSplits />
          </div>
          <StatisticCurves chosen={chosen} memory={memory} output={output} />
        </>
      )}
      <div className={styles.foot}>
        <CurveKey curves={key} />
        <span className={styles.note}>{words.across}</span>
        <div className={styles.last}>
          <output ref={output} className={styles.readout}>
            {words.hintCurve}
          </output>
          <SaveCurves />
        </div>
      </div>
    </>
  )
}
