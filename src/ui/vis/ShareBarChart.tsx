/** A bar for each of a few numbered things: its share from 0 to 100 percent, drawn by tfjs-vis. */
import type { ShareBars } from './pictures.ts'
import styles from './ShareBarChart.module.css'
import { usePicture } from './usePicture.ts'

export type ShareBarChartProps = Omit<ShareBars, 'kind'> & {
  /** The text alternative: it names every value. */
  readonly name: string
}

export function ShareBarChart({ name, ...bars }: ShareBarChartProps) {
  const hostRef = usePicture({ kind: 'bars', ...bars }, name)
  return <div ref={hostRef} className={styles.chart} role="img" aria-label={name} />
}
