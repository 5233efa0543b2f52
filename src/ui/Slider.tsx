/** A number to choose on a line: a native range input with its name and its value as text. */
import { useId } from 'react'
import styles from './Slider.module.css'

export type SliderProps = {
  readonly name: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly valueText: string
  readonly onChange: (value: number) => void
}

export function Slider({ name, value, least, most, step, valueText, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className={styles.value}>{valueText}</span>
    </div>
  )
}
