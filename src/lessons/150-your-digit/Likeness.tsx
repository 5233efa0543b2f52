/** The nearest training images, and whether test digits are as far away from theirs: a warning where hardly any is. */
import { useComparison } from '../../figures/drawing/useComparison.ts'
import { useDrawing } from '../../figures/drawing/useDrawing.ts'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Comparison } from '../../protocol/comparison.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { judge } from './explain.ts'
import styles from './Likeness.module.css'
import { Picture } from './Picture.tsx'
import { yourDigitWords } from './words.ts'

export function Likeness() {
  const { language } = useFigureWords()
  const words = yourDigitWords[language]
  const isEmpty = useDrawing(({ prepared }) => prepared === null)
  const found = useComparison()
  return (
    <div className={styles.likeness}>
      {found ? (
        <Found found={found} />
      ) : (
        <p className={styles.note}>{isEmpty ? words.likenessHint : words.looking}</p>
      )}
    </div>
  )
}

function Found({ found }: { readonly found: Comparison }) {
  const { language, number } = useFigureWords()
  const words = yourDigitWords[language]
  const { frames } = useRunHandle()
  const { nearest, nearestTest, compared, toCompare } = found
  return (
    <>
      <ul className={styles.nearest} aria-label={words.nearest}>
        {nearest.map(({ index, label, distance, imageHW }) => (
          <li key={index} title={words.nearImage(number(index), number(label), number(distance, 2))}>
            <button
              type="button"
              className={styles.one}
              onClick={() => frames.showDigit({ from: 'train', index })}
            >
              <Picture
                name={words.nearImage(number(index), number(label), number(distance, 2))}
                bytesHW={imageHW}
              />
              <span>
                <strong>{number(label)}</strong> {number(distance, 1)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Sentence found={found} />
      {nearestTest && (
        <button
          type="button"
          className={styles.watch}
          title={words.watchTestTitle}
          onClick={() => frames.showDigit({ from: 'test', index: nearestTest.index })}
        >
          {words.watchTest(number(nearestTest.label))}
        </button>
      )}
      {judge(found) === 'unknown' && (
        <p className={styles.note}>{words.comparing(number(compared), number(toCompare))}</p>
      )}
    </>
  )
}

function Sentence({ found }: { readonly found: Comparison }) {
  const { language, number } = useFigureWords()
  const words = yourDigitWords[language]
  const { asFar, compared } = found
  const verdict = judge(found)
  switch (verdict) {
    case 'unknown':
      return null
    case 'usual':
      return <p role="status">{words.usual(number(asFar), number(compared))}</p>
    case 'unusual':
      return (
        <p role="status" className={styles.warning}>
          <strong>{words.warning}</strong>
          {asFar === 0 ? words.unusualNone(number(compared)) : words.unusual(number(asFar), number(compared))}
        </p>
      )
    default:
      return verdict satisfies never
  }
}
