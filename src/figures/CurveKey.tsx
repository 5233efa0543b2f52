/** What the lines of a chart mean, in words beside a piece of each line. */
import type { Curve } from '../ui/LineChart.tsx'
import styles from './CurveKey.module.css'

export function CurveKey({ curves }: { readonly curves: readonly Curve[] }) {
  return (
    <ul className={styles.key}>
      {curves.map(({ name, color, faint }) => (
        <li key={name} data-color={color} data-faint={faint}>
          {name}
        </li>
      ))}
    </ul>
  )
}
