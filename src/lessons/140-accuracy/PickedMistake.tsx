import { FigurePart } from '../../figures/FigureLayout.tsx'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Evaluation } from '../../protocol/evaluation.ts'
import type { Digits } from '../../session/digits.ts'
import { imageAt, Thumbnail } from './DigitButtons.tsx'
import styles from './Figure.module.css'
import { Lead, LeadNow } from './Lead.tsx'
import { accuracyWords } from './words.ts'

type Mistake = Evaluation['mistakes'][number]

/** One mistake: what the network saw, what it took it for, and why. */
export function PickedMistake(props: {
  readonly mistake: Mistake
  /** The probability of the label. */
  readonly ofLabel: number | null
  readonly digits: Digits | null
  readonly isWatched: boolean
}) {
  const { mistake, ofLabel, digits, isWatched } = props
  const { index, label, answer, probability, best } = mistake
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  return (
    <>
      <FigurePart heading={words.picked(number(index))}>
        <div className={styles.picked}>
          <div className={styles.large}>
            <Thumbnail plane={imageAt(digits, index)} />
          </div>
          <div>
            <p className={styles.text}>
              {ofLabel === null
                ? words.pickedSays(number(label), number(answer), percent(probability))
                : words.pickedWithLabel(
                    number(label),
                    percent(ofLabel, 2),
                    number(answer),
                    percent(probability),
                  )}
            </p>
            <ol className={styles.best} aria-label={words.best}>
              {best.map((one) => (
                <li key={one.digit} data-label={one.digit === label || undefined}>
                  <span>{number(one.digit)}</span>
                  <span className={styles.bar} aria-hidden>
                    <span style={{ inlineSize: `${100 * one.probability}%` }} />
                  </span>
                  <span>{percent(one.probability)}</span>
                </li>
              ))}
            </ol>
            {isWatched && <LeadNow answer={answer} label={label} />}
          </div>
        </div>
      </FigurePart>
      {isWatched ? (
        <Lead key={index} answer={answer} label={label} />
      ) : (
        <p className={styles.hint}>{words.watchIt}</p>
      )}
    </>
  )
}
