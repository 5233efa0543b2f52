/** The measured step that is shown, as a slider over those there are; before that, what will come and when. */
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import { useRecords } from '../../../session/useRecords.ts'
import { Slider } from '../../../ui/Slider.tsx'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { chosenStep, useTrace, useTraces } from './tracedStep.ts'

export function StepChoice() {
  const { language, number } = useFigureWords()
  const words = machineWords[language].step
  const traces = useTraces()
  const trace = useTrace()
  const hasSteps = useRecords(({ summaries }) => summaries.some(({ step }) => step > 0))
  if (trace === null) return <p className={styles.note}>{hasSteps ? words.noClock : words.none}</p>
  if (traces.length === 1) return <p className={styles.note}>{words.only(number(trace.step))}</p>
  const place = traces.indexOf(trace)
  const last = traces.length - 1
  return (
    <Slider
      name={words.name}
      value={place}
      least={0}
      most={last}
      step={1}
      valueText={place === last ? words.newest(number(trace.step)) : number(trace.step)}
      onChange={(at) => chosenStep.setState({ step: at === last ? null : (traces[at]?.step ?? null) })}
    />
  )
}
