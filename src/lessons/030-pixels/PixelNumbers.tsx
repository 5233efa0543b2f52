/** The chosen pixel and its neighbours as the numbers they are. */
import { useCallback, useMemo } from 'react'
import type { CellStore } from '../../figures/cellStore.ts'
import { bothOf } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { NumberStage } from '../../ui/NumberStage.tsx'
import { useLook } from '../../ui/useLook.ts'
import { byteOf, bytesAround, indexOf } from './explain.ts'
import styles from './PixelNumbers.module.css'
import { pixelsWords } from './words.ts'

const side = 7

export function PixelNumbers({ chosen }: { readonly chosen: CellStore }) {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = pixelsWords[language]
  const division = useLook('division')
  const changes = useMemo(() => bothOf(frames, chosen), [frames, chosen])
  const texts = useMemo(() => {
    const { placeOf, indexOf: indexText, division } = words
    const cell = () => chosen.getState().cell
    const value = () => frames.latest()?.planes.get('input')?.values[indexOf(cell())] ?? null
    const withValue = (text: (value: number) => string) => () => {
      const now = value()
      return now === null ? '' : text(now)
    }
    return {
      place: () => placeOf(number(cell().row + 1), number(cell().column + 1)),
      index: () => indexText(number(cell().row), number(cell().column + 1), number(indexOf(cell()) + 1)),
      above: () => words.above(number(cell().row)),
      byte: withValue((now) => number(byteOf(now))),
      value: withValue((now) => division(number(byteOf(now)), number(now, 3))),
    }
  }, [chosen, frames, words, number])
  const read = useCallback(() => {
    const frame = frames.latest()
    const input = frame?.planes.get('input')
    return frame && input
      ? { cells: bytesAround(input, chosen.getState().cell, side), limit: 255, step: frame.step }
      : null
  }, [frames, chosen])

  return (
    <div className={styles.numbers}>
      <NumberStage
        name={words.bytes}
        describe={() => {
          const { row, column } = chosen.getState().cell
          return words.bytesAround(number(row + 1), number(column + 1))
        }}
        rows={side}
        columns={side}
        kind="unsigned"
        read={read}
        subscribe={changes.subscribe}
        textOf={number}
        characters={3.5}
        tap="input"
        view="figure"
      />
      <dl className={styles.terms}>
        {(['place', 'index', 'byte', 'value'] as const).map((term) => (
          <div key={term} {...(term === 'value' && division.props)}>
            <dt>{words[term]}</dt>
            <LiveText as="dd" read={texts[term]} subscribe={changes.subscribe} />
            {term === 'index' && (
              <LiveText as="dd" className={styles.note} read={texts.above} subscribe={changes.subscribe} />
            )}
          </div>
        ))}
      </dl>
    </div>
  )
}
