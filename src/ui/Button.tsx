/** The button of figures and panels, the same everywhere. */
import type { ReactNode } from 'react'
import styles from './Button.module.css'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly title?: string
  /** The name, where what stands on it is too short for one. */
  readonly label?: string
  /** `small` stands beside a heading. */
  readonly size?: 'usual' | 'small'
}

export function Button({ children, onClick, disabled = false, title, label, size = 'usual' }: ButtonProps) {
  return (
    <button
      type="button"
      className={size === 'small' ? styles.small : styles.button}
      disabled={disabled}
      title={title}
      aria-label={label}
      data-printless
      onClick={onClick}
    >
      {children}
    </button>
  )
}
