/** A few alternatives side by side, one of them in force. Native radio buttons: arrow keys and names come with them. */
import { useId } from 'react'
import styles from './Choice.module.css'
import { useLook } from './useLook.ts'

export type ChoiceProps<Value extends string> = {
  readonly name: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  /** The name by which phrases of the text speak of it. */
  readonly look?: string
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, value, options, onChange } = props
  const group = useId()
  const look = useLook(props.look)
  return (
    <fieldset className={styles.choice} {...look.props}>
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
