/** Which class to show: one radio button for each, with the number of its images. */
import { useId } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { DataInfo } from '../../protocol/messages.ts'
import { useLook } from '../../ui/useLook.ts'
import styles from './ClassChoice.module.css'
import { digitsWords } from './words.ts'

export function ClassChoice(props: {
  readonly data: DataInfo
  /** The part of the data set that is counted. */
  readonly split: 'train' | 'test'
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}) {
  const { data, split, value, onChange } = props
  const { language, number } = useFigureWords()
  const words = digitsWords[language]
  const group = useId()
  const look = useLook('classes')
  const classes = [null, ...data.testClassCounts.keys()]
  return (
    <fieldset className={styles.classes} {...look.props}>
      <legend className={styles.unseen}>{words.classes}</legend>
      <div className={styles.names} aria-hidden="true">
        <span>{words.classes}</span>
        <span>{words.count}</span>
      </div>
      {classes.map((digit) => {
        const name = digit === null ? words.all : String(digit)
        const train = number(digit === null ? data.train : data.trainClassCounts[digit])
        const test = number(digit === null ? data.test : data.testClassCounts[digit])
        return (
          <label key={name} className={styles.class}>
            <input
              type="radio"
              name={group}
              aria-label={words.digit(name, train, test)}
              checked={digit === value}
              onChange={() => onChange(digit)}
            />
            <span className={styles.digit}>{name}</span>
            <span>{split === 'train' ? train : test}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
