/** A bar for each of a few numbered things: its share from 0 to 100 percent, drawn by tfjs-vis. */
import { useEffect, useRef } from 'react'
import styles from './ShareBarChart.module.css'
import type { createShareBars, ShareBars } from './shareBars.ts'
import { onThemeChange } from './theme.ts'

export type ShareBarChartProps = ShareBars & {
  /** The text alternative: it names every value. */
  readonly name: string
}

type Chart = ReturnType<typeof createShareBars>

export function ShareBarChart(props: ShareBarChartProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const chartRef = useRef<Chart | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    let mounted = true
    const show = () => chartRef.current?.show(latest.current)
    const resized = new ResizeObserver(show)
    import('./shareBars.ts').then(({ createShareBars }) => {
      if (!mounted) return
      chartRef.current = createShareBars(host)
      resized.observe(host) // Calls at once: the first picture.
    }, console.error)
    const unsubscribeTheme = onThemeChange(show)
    return () => {
      mounted = false
      resized.disconnect()
      unsubscribeTheme()
      chartRef.current?.free()
      chartRef.current = null
    }
  }, [])

  // The text alternative names all that is shown, in its language.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` stands for the other props.
  useEffect(() => chartRef.current?.show(latest.current), [props.name])

  return <div ref={hostRef} className={styles.chart} role="img" aria-label={props.name} />
}
