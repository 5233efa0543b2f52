import { useMemo } from 'react'
import { Terms } from '../../figures/Terms.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { type LossParts, lossParts } from './explain.ts'
import styles from './Figure.module.css'
import { lossWords } from './words.ts'

const decimals = 3

/** The loss of the watched digit from its logits, as a sum. */
export function LossSum() {
  const { frames } = useRunHandle()
  const { language, number } = useFigureWords()
  const words = lossWords[language]
  const { lag, logSum, terms, rounding, hint } = useMemo(() => {
    const text = (read: (parts: LossParts, label: number) => string) => () => {
      const frame = frames.latest()
      const logits = frame?.planes.get('fc2')?.values
      return logits && frame && frame.label !== null ? read(lossParts(logits, frame.label), frame.label) : ''
    }
    const shown = (value: number) => number(value, decimals)
    return {
      lag: text(({ answer, largest, own }, label) =>
        answer === label
          ? words.noLag(number(label))
          : words.lag(
              number(answer),
              shown(largest),
              number(label),
              own < 0 ? `(${shown(own)})` : shown(own),
            ),
      ),
      logSum: text(({ sum }) => words.logSum(shown(sum))),
      terms: [
        text(({ lag }) => shown(lag)),
        text(({ sum }) => shown(Math.log(sum))),
        text(({ loss }) => shown(loss)),
      ],
      rounding: text(({ lag, sum, loss }) => {
        const gap = roundingGap([lag, Math.log(sum)], loss, decimals)
        return gap === 0 ? '' : words.rounding(shown(gap))
      }),
      hint: text(({ sum }) => words.logSumHint(shown(sum))),
    }
  }, [frames, number, words])
  const { subscribe } = frames
  return (
    <div className={styles.sum}>
      <Terms
        changes={frames}
        terms={[
          { name: <LiveText read={lag} subscribe={subscribe} />, read: terms[0] },
          { name: <LiveText read={logSum} subscribe={subscribe} />, read: terms[1] },
          { name: words.minusLogP, read: terms[2], isTotal: true },
        ]}
      />
      <p className={styles.hint}>
        <LiveText read={hint} subscribe={subscribe} /> <LiveText read={rounding} subscribe={subscribe} />
      </p>
    </div>
  )
}
