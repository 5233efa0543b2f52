import { useFigureWords } from '../../figures/useFigureWords.ts'
import { classCount } from '../../network/spec.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { explainSoftmax, type Softmax } from './explain.ts'
import styles from './SoftmaxTable.module.css'
import { answerWords } from './words.ts'

const decimals = 3
/** Of shares in percent. */
const shareDecimals = 2
const digits = Array.from({ length: classCount }, (_, digit) => digit)

type Moment = { readonly logits: Float32Array; readonly label: number | null; readonly softmax: Softmax }

/** The ten logits, their exponentials, the sum and the shares: softmax for the watched digit, with all its numbers. */
export function SoftmaxTable() {
  const { frames } = useRunHandle()
  const { language, number, percent } = useFigureWords()
  const words = answerWords[language]

  const now = (): Moment | null => {
    const frame = frames.latest()
    const logits = frame?.planes.get('fc2')?.values
    return frame && logits ? { logits, label: frame.label, softmax: explainSoftmax(logits) } : null
  }
  const text = (read: (moment: Moment) => string) => () => {
    const moment = now()
    return moment ? read(moment) : ''
  }
  const cell = (read: (moment: Moment) => string) => (
    <LiveText as="td" read={text(read)} subscribe={frames.subscribe} />
  )
  // Two texts, one of them raised: the typeface has no raised digits of its own.
  const unit = ({ softmax: { exponent } }: Moment) => (exponent === 0 ? '' : words.inUnits(number(10)))
  const power = ({ softmax: { exponent } }: Moment) => (exponent === 0 ? '' : number(exponent))
  const share = (value: number) => percent(value, shareDecimals)
  const remark = (digit: number, { softmax, label }: Moment) => {
    if (digit === softmax.answer) return digit === label ? words.isBoth : words.isAnswer
    return digit === label ? words.isLabel : ''
  }
  const verdict = ({ softmax, label }: Moment) => {
    if (label === null) return words.noLabel
    return label === softmax.answer ? words.right(number(label)) : words.wrong(number(label))
  }
  const example = ({ softmax: { answer, exponentials, sum, probabilities } }: Moment) =>
    words.example(
      number(answer),
      number(exponentials[answer], decimals),
      number(sum, decimals),
      share(probabilities[answer]),
    )
  const rounding = ({ softmax: { exponentials, sum, probabilities } }: Moment) => {
    const inSum = roundingGap([...exponentials], sum, decimals)
    const inShares = roundingGap([...probabilities], 1, shareDecimals + 2)
    const gaps = [
      inSum === 0 ? '' : words.roundingSum(number(inSum, decimals)),
      inShares === 0 ? '' : words.roundingShares(share(inShares)),
    ].filter(Boolean)
    return gaps.length > 0 ? words.rounding(gaps.join(', ')) : ''
  }

  return (
    <div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.digit}</th>
            <th scope="col">{words.logit}</th>
            <th scope="col">
              e<sup>{words.logit}</sup>
              <LiveText read={text(unit)} subscribe={frames.subscribe} />
              <LiveText as="sup" read={text(power)} subscribe={frames.subscribe} />
            </th>
            <th scope="col">{words.probability}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {digits.map((digit) => (
            <tr key={digit}>
              <th scope="row">{number(digit)}</th>
              {cell(({ logits }) => number(logits[digit], decimals))}
              {cell(({ softmax }) => number(softmax.exponentials[digit], decimals))}
              {cell(({ softmax }) => share(softmax.probabilities[digit]))}
              {cell((moment) => remark(digit, moment))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sum}</th>
            <td />
            {cell(({ softmax }) => number(softmax.sum, decimals))}
            {cell(() => share(1))}
            <td />
          </tr>
        </tfoot>
      </table>
      <LiveText as="p" className={styles.note} read={text(example)} subscribe={frames.subscribe} />
      <LiveText as="p" className={styles.verdict} read={text(verdict)} subscribe={frames.subscribe} />
      <LiveText as="p" className={styles.note} read={text(rounding)} subscribe={frames.subscribe} />
    </div>
  )
}
