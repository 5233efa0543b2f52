/** A few alternatives side by side, one of them in force. Native radio buttons: arrow keys and names come with them. */
import { useId } from 'react'
import styles from './Choice.module.css'

export type ChoiceProps<Value extends string> = {
  readonly name: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

export function Choice<Value extends string>({ name, value, options, onChange }: ChoiceProps<Value>) {
  const group = useId()
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.name}>{name}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={group}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
