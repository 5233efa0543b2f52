/** What the chosen weight gained since step 0, as a sum. */
import { useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { Terms } from '../../figures/Terms.tsx'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useTense } from '../../figures/useTense.ts'
import { valueAt } from '../../paint/mapGrid.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { useLook } from '../../ui/useLook.ts'
import { filterShape } from './explain.ts'
import styles from './OneWeight.module.css'
import { pairOf } from './pair.ts'
import { filtersWords } from './words.ts'

const decimals = 4

export function OneWeight({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = filtersWords[language]
  const look = useLook('weight')
  const tense = useTense()
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const { place, rounding, terms } = useMemo(() => {
    const now = () => {
      const pair = pairOf(frames.latest())
      const { cell } = chosen.getState()
      const at = (version: 'first' | 'change' | 'now') =>
        pair ? valueAt(pair[version], filterShape, cell) : 0
      return pair && { first: at('first'), change: at('change'), now: at('now') }
    }
    const text = (version: 'first' | 'change' | 'now') => () => {
      const weight = now()
      return weight ? number(weight[version], decimals) : ''
    }
    return {
      place: () => {
        const { row, column } = chosen.getState().cell
        return words.place(number(row + 1), number(column + 1))
      },
      rounding: () => {
        const weight = now()
        const gap = weight ? roundingGap([weight.first, weight.change], weight.now, decimals) : 0
        return gap === 0 ? '' : words.rounding(number(gap, decimals))
      },
      terms: [
        { name: words.start, read: text('first') },
        { name: words.gained, read: text('change') },
        { name: words.gives[tense], read: text('now'), isTotal: true },
      ],
    }
  }, [frames, chosen, number, words, tense])
  return (
    <div className={styles.line} {...look.props}>
      <Terms terms={terms} changes={changes} place={place} inline />
      <LiveText className={styles.rounding} read={rounding} subscribe={changes.subscribe} />
    </div>
  )
}
