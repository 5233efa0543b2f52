import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useLook } from '../../ui/useLook.ts'
import styles from './Confusion.module.css'
import { classAccuracies, largestMistake, rowsOf } from './explain.ts'
import { accuracyWords } from './words.ts'

/** The darkest shade in percent of ink: the numbers on it stay readable in every theme. */
const darkestShade = 40

/**
 * The confusion matrix as a table, so that it can be heard, copied and enlarged; shaded where the network is wrong.
 * Not the one of tfjs-vis: that is a drawing, whose cells can be neither heard nor copied.
 */
export function Confusion({ confusion }: { readonly confusion: readonly number[] }) {
  const { language, number, percent } = useFigureWords()
  const words = accuracyWords[language]
  const diagonal = useLook('diagonal')
  const largest = largestMistake(confusion)
  const accuracies = classAccuracies(confusion)
  const shadeOf = (mistakes: number) => {
    const percentOfInk = largest === 0 ? 0 : (darkestShade * mistakes) / largest
    return { background: `color-mix(in oklab, var(--ink) ${percentOfInk}%, var(--background))` }
  }
  return (
    <>
      <table className={styles.matrix} data-lit={diagonal.lit || undefined}>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={10}>
              {words.answer}
            </th>
            <td />
          </tr>
          <tr>
            <th scope="col">{words.label}</th>
            {accuracies.map((_, answer) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the digit.
              <th key={answer} scope="col">
                {number(answer)}
              </th>
            ))}
            <th scope="col">{words.right}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(confusion).map((row, label) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the digit.
            <tr key={label}>
              <th scope="row">{number(label)}</th>
              {row.map((count, answer) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the digit.
                  key={answer}
                  data-right={answer === label || undefined}
                  data-none={count === 0 || undefined}
                  style={answer === label ? undefined : shadeOf(count)}
                >
                  {number(count)}
                </td>
              ))}
              <td className={styles.share}>{shareText(accuracies[label])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>{words.legend(number(largest))}</p>
    </>
  )

  function shareText(accuracy: number | null): string {
    return accuracy === null ? words.none : percent(accuracy, 1)
  }
}
