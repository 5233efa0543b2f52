/** One probability: e to each of the ten logits, their sum, and the share of one in it. */
import { classCount } from '../../network/spec.ts'
import { roundingGap } from '../../sums/rounding.ts'
import { LiveText } from '../../ui/LiveText.tsx'
import { Terms } from '../Terms.tsx'
import styles from './SumPanel.module.css'
import { goDeeper } from './trail.ts'
import type { SumOf } from './useSum.ts'
import { useSumWords } from './useSumWords.ts'

/** Shares of a hundredth of a percent are still seen. */
const exact = 4

type Explained = NonNullable<ReturnType<SumOf<'softmax'>['read']>>

export function SoftmaxSum({ sum }: { readonly sum: SumOf<'softmax'> }) {
  const { words, number, percent, print } = useSumWords()
  const { site } = sum
  const digits = Array.from({ length: classCount }, (_, digit) => digit)
  const text = (write: (explained: Explained) => string) => () => {
    const explained = sum.read()
    return explained ? write(explained) : ''
  }
  const fine = (value: number) => number(value, exact)
  const live = (write: (explained: Explained) => string) => (
    <LiveText as="td" read={text(write)} subscribe={sum.subscribe} />
  )
  const note = text(({ exponentials, sum, value }) => {
    const inSum = roundingGap(exponentials, sum, exact)
    const printed = (one: number) => Number(one.toFixed(exact))
    const inShare = roundingGap([printed(exponentials[site.map]) / printed(sum)], value, exact)
    return [
      inSum === 0 ? '' : words.roundingSum(fine(inSum)),
      inShare === 0 ? '' : words.roundingShare(fine(inShare)),
    ]
      .filter(Boolean)
      .join(' ')
  })
  return (
    <>
      <p className={styles.about}>{words.about.softmax}</p>
      <table className={styles.table} data-numbers>
        <thead>
          <tr>
            <th scope="col">{words.digit}</th>
            <th scope="col">{words.logit}</th>
            <th scope="col">
              <LiveText
                read={text(({ largest }) => words.shifted(print(largest)))}
                subscribe={sum.subscribe}
              />
            </th>
            <th scope="col">{words.exponential}</th>
          </tr>
        </thead>
        <tbody>
          {digits.map((digit) => (
            <tr key={digit} data-own={digit === site.map || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => goDeeper({ ...site, tap: 'fc2', map: digit })}
                >
                  {number(digit)}
                </button>
              </th>
              {live(({ logits }) => print(logits[digit]))}
              {live(({ logits, largest }) => print(logits[digit] - largest))}
              {live(({ exponentials }) => fine(exponentials[digit]))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {words.exponentialSum}
            </th>
            {live(({ sum }) => fine(sum))}
          </tr>
        </tfoot>
      </table>
      <Terms
        changes={sum}
        terms={[
          {
            name: (
              <LiveText
                read={text(({ exponentials, sum }) => words.share(fine(exponentials[site.map]), fine(sum)))}
                subscribe={sum.subscribe}
              />
            ),
            read: text(({ value }) => fine(value)),
          },
          { name: words.probability, read: text(({ value }) => percent(value, 2)), isTotal: true },
        ]}
        note={note}
      />
      <p className={styles.note}>{words.shiftNote}</p>
    </>
  )
}
