/** The label of the watched digit as ten numbers, each under its digit. */
import { useFigureWords } from '../../figures/useFigureWords.ts'
import { useWatchedLabel } from '../../session/useWatchedLabel.ts'
import { useLook } from '../../ui/useLook.ts'
import styles from './ClassChoice.module.css'
import { oneHotOf } from './explain.ts'
import { digitsWords } from './words.ts'

export function OneHot() {
  const { language } = useFigureWords()
  const words = digitsWords[language]
  const label = useWatchedLabel()
  const look = useLook('one-hot')
  if (label === null) return <p className={styles.none}>{words.noLabel}</p>
  const cells = oneHotOf(label)
  return (
    <div
      className={styles.oneHot}
      {...look.props}
      role="img"
      aria-label={words.oneHotOf(label, cells.join(' '))}
    >
      <span className={styles.oneHotName}>{words.oneHot(label)}</span>
      {cells.map((value, digit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells are the digits
        <span key={digit} className={styles.cell} data-one={value === 1 || undefined}>
          {value}
        </span>
      ))}
    </div>
  )
}
