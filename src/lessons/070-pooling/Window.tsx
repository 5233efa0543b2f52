/** The four candidates of the chosen window with their numbers, the winner outlined. */
import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { CellStore } from '../../figures/cellStore.ts'
import { limitOf, scaleScope } from '../../figures/scale.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { NumberStage } from '../../ui/NumberStage.tsx'
import { explainWindow, poolSide } from './explain.ts'
import styles from './Window.module.css'
import { poolingWords } from './words.ts'

export function Window({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, words: common, number } = useFigureWords()
  const words = poolingWords[language]
  const { scope } = useStore(scaleScope)
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const explained = useCallback(() => {
    const maps = frames.latest()?.planes.get('conv1')
    return maps ? explainWindow(maps, chosen.getState().cell) : null
  }, [frames, chosen])
  const outcome = useCallback(() => {
    const window = explained()
    if (!window) return ''
    const value = number(window.candidates[window.winner], 3)
    return window.tie ? words.tie : words.winner(words.corners[window.winner], value)
  }, [explained, number, words])

  return (
    <>
      <div className={styles.cells}>
        <NumberStage
          name={words.window}
          describe={() => {
            const window = explained()
            return window ? words.windowNow(number(window.candidates[window.winner], 3)) : common.waiting
          }}
          rows={poolSide}
          columns={poolSide}
          kind="unsigned"
          read={() => {
            const frame = frames.latest()
            const window = explained()
            if (!frame || !window) return null
            const { map } = chosen.getState().cell
            return {
              cells: {
                rows: poolSide,
                columns: poolSide,
                values: window.candidates,
                marked: window.winner,
              },
              limit: limitOf(frame.planes, 'conv1', map, scope),
              step: frame.step,
            }
          }}
          subscribe={changes.subscribe}
          textOf={(value) => number(value, 3)}
          largestCell={128}
          characters={6}
          tap="conv1"
          view="figure"
        />
      </div>
      <LiveText as="p" className={styles.outcome} read={outcome} subscribe={changes.subscribe} />
    </>
  )
}
