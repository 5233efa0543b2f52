/** The curves of the runs that were chosen in the list. */
import { useEffect, useState } from 'react'
import { CompareCurves, type ComparedRun } from '../../figures/runs/CompareCurves.tsx'
import { KeepRefusal } from '../../session/keeper.ts'
import { usePageRun } from '../../session/useRun.ts'
import { Icon } from '../Icon.tsx'
import controls from '../styles/Controls.module.css'
import styles from './Library.module.css'
import { say } from './library.ts'
import { useLibraryWords } from './useLibraryWords.ts'

export type ChosenRun = { readonly id: string; readonly name: string }

type ComparisonProps = { readonly chosen: readonly ChosenRun[]; readonly onClose: () => void }

export function Comparison({ chosen, onClose }: ComparisonProps) {
  const words = useLibraryWords()
  const { keeper } = usePageRun()
  const [runs, setRuns] = useState<readonly ComparedRun[] | null>(null)

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const takeAll = async () => {
      const taken: ComparedRun[] = []
      // One after the other: each comes with its network.
      for (const { id, name } of chosen) {
        const { kept } = await keeper.take(id, { signal })
        taken.push({ name, record: kept.record })
      }
      setRuns(taken)
    }
    takeAll().catch((error: unknown) => {
      if (signal.aborted) return
      if (error instanceof KeepRefusal) say({ kind: 'problem', problem: error.problem })
      else console.error(error)
      onClose()
    })
    return () => controller.abort()
  }, [chosen, keeper, onClose])

  return (
    <section className={styles.comparison} aria-label={words.compareTitle}>
      <div className={styles.comparisonHead}>
        <h3>{words.compareTitle}</h3>
        <button type="button" className={controls.icon} aria-label={words.compareEnd} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {runs ? <CompareCurves runs={runs} /> : <p className={controls.note}>{words.compareTaking}</p>}
    </section>
  )
}
