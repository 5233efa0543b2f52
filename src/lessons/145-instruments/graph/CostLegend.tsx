/** The scale of the colours of boxes, with the numbers at its ends. */
import { useStore } from 'zustand'
import { useFigureWords } from '../../../figures/useFigureWords.ts'
import styles from '../Machine.module.css'
import { machineWords } from '../machineWords.ts'
import { useCostText, useGraph } from './useGraph.ts'
import { graphView } from './view.ts'

export function CostLegend() {
  const { language } = useFigureWords()
  const words = machineWords[language].graph
  const { colorBy } = useStore(graphView)
  const { limit, trace } = useGraph()
  const { cost } = useCostText()
  if (colorBy === 'none' || trace === null || limit === 0)
    return <span className={styles.note}>{words.batch}</span>
  return (
    <span className={styles.costLegend}>
      <span>{0}</span>
      <span className={styles.ramp} />
      <span>{cost(limit)}</span>
      <span className={styles.note}>{`${words.legend(words.colors[colorBy])} · ${words.batch}`}</span>
    </span>
  )
}
