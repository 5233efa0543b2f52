/** The ten probabilities, live, and whether the network read what was meant. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { drawing } from '../../figures/drawing/drawing.ts'
import { useDrawing } from '../../figures/drawing/useDrawing.ts'
import { bothOf, useTapSource } from '../../figures/tapSource.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { answerOf } from '../../math/softmax.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { BarStage } from '../../ui/BarStage.tsx'
import { LiveText } from '../../ui/LiveText.tsx'
import styles from './Answer.module.css'
import { tallyOf, withJudged } from './explain.ts'
import { tally } from './tally.ts'
import { yourDigitWords } from './words.ts'

const shares = { lowest: 0, highest: 1 }
const digits = Array.from({ length: 10 }, (_, digit) => digit)
const largestOf = (values: Float32Array) => answerOf(values, 0, values.length)

export function Answer() {
  const { language, number, percent } = useFigureWords()
  const words = yourDigitWords[language]
  const { frames } = useRunHandle()
  const softmax = useTapSource('softmax')
  const either = useMemo(() => bothOf(frames, drawing), [frames])
  /** Bars belong to the drawing: while the network reads something else there are none. */
  const probabilities = useMemo(
    () => ({
      read() {
        const isRead = frames.latest()?.digit.from === 'drawing' && drawing.getState().prepared !== null
        return isRead ? softmax.read() : null
      },
      subscribe: either.subscribe,
    }),
    [softmax, frames, either],
  )
  const isRead = useSyncExternalStore(either.subscribe, () => probabilities.read() !== null)
  const share = (value: number) => percent(value, 1)

  const largest = () => {
    const values = probabilities.read()?.plane.values
    return values ? values[largestOf(values)] : 0
  }

  const reading = useCallback(() => {
    const values = probabilities.read()?.plane.values
    if (drawing.getState().prepared === null) return words.notDrawn
    if (frames.latest()?.digit.from !== 'drawing') return words.notWatched
    if (!values) return words.nothing
    const read = largestOf(values)
    return words.reads(number(read), percent(values[read], 0))
  }, [probabilities, frames, words, number, percent])

  return (
    <div className={styles.answer}>
      <div className={styles.bars}>
        <BarStage
          name={words.answer}
          describe={() => {
            const values = probabilities.read()?.plane.values
            if (!values) return words.nothing
            const read = largestOf(values)
            return words.answerNow(number(read), share(values[read]))
          }}
          source={probabilities}
          kind="unsigned"
          range={shares}
          sparse
          valueOf={(value) => (value === largest() ? percent(value, 0) : '')}
          nameOf={(digit) => number(digit)}
          marked={largestOf}
          tap={isRead ? 'softmax' : undefined}
          view="figure"
        />
      </div>
      <LiveText as="p" className={styles.reading} read={reading} subscribe={either.subscribe} />
      <Verdict />
    </div>
  )
}

function Verdict() {
  const { language, number } = useFigureWords()
  const words = yourDigitWords[language]
  const { frames } = useRunHandle()
  const { judged, about } = useStore(tally)
  const strokes = useDrawing(({ history }) => history.strokes)
  const isEmpty = useDrawing(({ prepared }) => prepared === null)
  const last = judged.at(-1)
  const said = about === strokes && last ? last : null
  const { drawn, right } = tallyOf(judged)

  const say = (meant: number) => {
    const frame = frames.latest()
    const values = frame?.planes.get('softmax')?.values
    if (!values || frame.digit.from !== 'drawing') return
    const { sheet, history } = drawing.getState()
    tally.setState({
      judged: withJudged(judged, { sheet, meant, read: largestOf(values) }),
      about: history.strokes,
    })
  }
  return (
    <>
      <fieldset className={styles.meant} disabled={isEmpty}>
        <legend>{words.meant}</legend>
        {digits.map((digit) => (
          <button key={digit} type="button" aria-pressed={said?.meant === digit} onClick={() => say(digit)}>
            {number(digit)}
          </button>
        ))}
      </fieldset>
      <p className={styles.verdict} role="status">
        {said &&
          (said.meant === said.read
            ? words.right(number(said.meant))
            : words.wrong(number(said.meant), number(said.read)))}{' '}
        {drawn > 0 && words.tally(number(drawn), number(right))}
      </p>
    </>
  )
}
