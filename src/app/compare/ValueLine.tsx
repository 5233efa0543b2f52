/** The value pointed at on one of the sides: for A, for B, and what B is more. */
import { useEffect, useRef } from 'react'
import { type NumberText, useFigureWords } from '../../figures/useFigureWords.ts'
import type { Frames } from '../../session/frames.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { writeReadout } from '../../ui/readout.ts'
import type { Board } from '../../ui/twins.ts'
import styles from './CompareView.module.css'
import { type ComparedViews, isLateView } from './views.ts'
import { type CompareWords, compareWords } from './words.ts'

const decimals = 4

type ValueLineProps = {
  readonly board: Board
  readonly runs: Readonly<Record<'a' | 'b', { readonly frames: Frames }>>
  readonly views: ComparedViews
  readonly beside: 'b' | 'difference'
  /** While nothing is pointed at. */
  readonly hint: string
}

export function ValueLine({ board, runs, views, beside, hint }: ValueLineProps) {
  const { language, number } = useFigureWords()
  const words = compareWords[language]
  const ref = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    const write = ({ moved }: { moved: boolean }) => {
      const isLate = isLateView(views.a) || isLateView(views.b)
      const text = isLate ? hint : lineOf(board, { beside, words, number, hint })
      if (ref.current) writeReadout(ref.current, text, { moved })
    }
    write({ moved: false })
    const stops = [
      board.pointed.subscribe(() => write({ moved: true })),
      runs.a.frames.subscribe(() => write({ moved: false })),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [board, runs, views, beside, words, number, hint])
  return <output ref={ref} className={styles.values} data-values />
}

type Telling = {
  readonly beside: 'b' | 'difference'
  readonly words: CompareWords
  readonly number: NumberText
}

function lineOf(board: Board, { beside, words, number, hint }: Telling & { readonly hint: string }): string {
  const { at } = board.pointed.getState()
  const a = at && board.on('a', at.key)?.read(at.cell)
  const second = at && board.on('b', at.key)?.read(at.cell)
  if (!a || !second) return hint
  return words.values(placeIn(a.text), ...valuesText(a.value, second.value, { beside, words, number }))
}

/** The three numbers as printed; where rounding makes them miss each other, by how much. */
export function valuesText(
  a: number,
  second: number,
  { beside, words, number }: Telling,
): readonly [a: string, b: string, difference: string] {
  // In single precision, as all values of a frame are: A and a difference make B again.
  const b = beside === 'b' ? second : Math.fround(a + second)
  const difference = beside === 'b' ? second - a : second
  const gap = roundingGap([b, -a], difference, decimals)
  const print = (value: number) => number(value, decimals)
  return [print(a), print(b), print(difference) + (gap === 0 ? '' : words.rounding(print(gap)))]
}

/** The place in a sentence such as `map 3, row 2, column 1: 0.123`. */
function placeIn(text: string): string {
  const end = text.lastIndexOf(': ')
  return end < 0 ? '' : `${text.slice(0, end)}. `
}
