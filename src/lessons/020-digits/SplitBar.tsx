/** How the data set is split, true to scale, with the numbers. */
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { DataInfo } from '../../protocol/messages.ts'
import { splitsOf } from './explain.ts'
import styles from './SplitBar.module.css'
import { digitsWords } from './words.ts'

export function SplitBar({ data, shown }: { readonly data: DataInfo; readonly shown: 'train' | 'test' }) {
  const { language, number } = useFigureWords()
  const words = digitsWords[language]
  return (
    <dl className={styles.splits}>
      {splitsOf(data).map(({ split, count, share }) => (
        <div
          key={split}
          className={styles.split}
          data-split={split}
          data-shown={split === shown || undefined}
          style={{ flexGrow: share }}
        >
          <dt>{words.parts[split]}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
