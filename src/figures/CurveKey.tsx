/** What the lines of a chart mean, in words beside a piece of each line; at the end of the line what can be done with them. */
import type { ReactNode } from 'react'
import type { Curve } from '../ui/LineChart.tsx'
import styles from './CurveKey.module.css'

export function CurveKey(props: { readonly curves: readonly Curve[]; readonly children?: ReactNode }) {
  const { curves, children } = props
  const key = (
    <ul className={styles.key}>
      {curves.map(({ name, color, faint, dash }) => (
        <li key={name} data-color={color} data-faint={faint} data-dash={dash}>
          {name}
        </li>
      ))}
    </ul>
  )
  if (!children) return key
  return (
    <div className={styles.line}>
      {key}
      {children}
    </div>
  )
}
