/** The four candidates of the chosen window with their numbers, the winner outlined; each leads to its own sum. */
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { CellStore } from '../../figures/cellStore.ts'
import { useCellSum } from '../../figures/cellSum.ts'
import { limitOf, scaleScope } from '../../figures/scale.ts'
import { usePointed } from '../../figures/sum/pointed.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { openSum } from '../../sums/openSum.ts'
import { poolSide } from '../../sums/pooling.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { NumberStage } from '../../ui/NumberStage.tsx'
import styles from './Figure.module.css'
import { poolingWords } from './words.ts'

export function Candidates({ chosen }: { readonly chosen: CellStore }) {
  const { language, words: common, number } = useFigureWords()
  const words = poolingWords[language]
  const { scope } = useStore(scaleScope)
  const sum = useCellSum(chosen, 'pool1', 'pooling')
  const pointed = usePointed()
  const changes = useMemo(() => bothOf(sum, pointed), [sum, pointed])
  const print = (value: number) => number(value, 3)
  const outcome = () => {
    const explained = sum.read()
    if (!explained) return ''
    const { candidates, winner, value } = explained
    const isTie = candidates.filter((candidate) => candidate.value === value).length > 1
    return isTie ? words.tie : words.winner(words.corners[winner], print(value))
  }
  return (
    <>
      <div className={styles.cells}>
        <NumberStage
          name={words.window}
          describe={() => {
            const explained = sum.read()
            if (!explained) return common.waiting
            return words.windowNow(
              explained.candidates.map(({ value }) => print(value)).join('; '),
              print(explained.value),
            )
          }}
          rows={poolSide}
          columns={poolSide}
          kind="unsigned"
          read={() => {
            const frame = sum.frame()
            const explained = sum.read()
            if (!frame || !explained) return null
            const values = explained.candidates.map(({ value }) => value)
            return {
              cells: {
                rows: poolSide,
                columns: poolSide,
                values,
                marked: pointed.getState().index ?? explained.winner,
              },
              limit: limitOf(frame.planes, 'conv1', explained.site.map, scope),
              step: frame.step,
            }
          }}
          subscribe={changes.subscribe}
          textOf={print}
          largestCell={128}
          characters={6}
          touch={{
            pointed: () => pointed.getState().index,
            onPoint: (index) => pointed.setState({ index }),
            onPick: (index) => {
              const from = sum.read()?.candidates[index]?.from
              if (from) openSum.setState({ site: from })
            },
          }}
          tap="conv1"
          view="figure"
        />
      </div>
      <LiveText as="p" className={styles.line} read={outcome} subscribe={sum.subscribe} />
    </>
  )
}
