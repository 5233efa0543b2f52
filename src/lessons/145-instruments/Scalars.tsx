/** Single numbers over the steps: of the run, or of a distribution. */
import { useState } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { Slider } from '../../ui/Slider.tsx'
import styles from './Figure.module.css'
import { RunCurves } from './RunCurves.tsx'
import { instrumentsWords } from './words.ts'

/** As TensorBoard begins. */
const usualMemory = 0.6

export function Scalars() {
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const [memory, setMemory] = useState(usualMemory)
  return (
    <>
      <div className={styles.controls}>
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
      <RunCurves memory={memory} />
    </>
  )
}
