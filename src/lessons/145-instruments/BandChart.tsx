/** Between which values which share of the numbers lies, over the steps. */
import { type CSSProperties, type RefObject, useMemo } from 'react'
import { useFigureWords } from '../../figures/useFigureWords.ts'
import type { Distribution } from '../../protocol/record.ts'
import { type Curve, LineChart } from '../../ui/LineChart.tsx'
import { decimalsOf, decimalsWithin } from './axis.ts'
import styles from './Figure.module.css'
import { instrumentsWords } from './words.ts'

/** Places of the edges in `percentiles`: 0, 7, 16, 31, 50, 69, 84, 93, 100 %. */
const lowest = 0
const low84 = 2
const median = 4
const high84 = 6
const highest = 8
const edgeCount = 9
/** From the middle outwards. */
const alphas = { inner: 0.5, usual: 0.32, wide: 0.2, all: 0.1 } as const
const bandNames = ['inner', 'usual', 'wide', 'all'] as const
const bands = [...bandNames]
  .reverse()
  .concat(bandNames)
  .map((name, i) => ({ upper: i + 1, lower: i, alpha: alphas[name] }))

export function BandChart(props: {
  readonly name: string
  readonly recorded: readonly { readonly step: number; readonly distribution: Distribution }[]
  readonly output: RefObject<HTMLOutputElement | null>
}) {
  const { name, recorded, output } = props
  const { language, number } = useFigureWords()
  const words = instrumentsWords[language]
  const rows = useMemo(
    () =>
      [
        recorded.map(({ step }) => step),
        ...Array.from({ length: edgeCount }, (_, edge) =>
          recorded.map(({ distribution }) => distribution.percentiles[edge]),
        ),
      ] as const,
    [recorded],
  )
  const curves: readonly Curve[] = Array.from({ length: edgeCount }, (_, edge) => ({
    name: words.edges[edge],
    color: 'accent',
    faint: edge !== median,
    dots: recorded.length < 3,
  }))
  const at = (index: number) => {
    const { step, distribution } = recorded[index]
    const decimals = decimalsWithin(distribution.max - distribution.min)
    const edge = (place: number) => number(distribution.percentiles[place], decimals)
    return words.bandsAt({
      step: number(step),
      median: edge(median),
      inner: [edge(low84), edge(high84)],
      outer: [edge(lowest), edge(highest)],
    })
  }
  return (
    <>
      <LineChart
        name={`${name}. ${recorded.length === 0 ? words.noSummary : at(recorded.length - 1)}`}
        curves={curves}
        bands={bands}
        rows={rows}
        xName={words.step}
        yName={words.valueAxis}
        xRange={[0, Math.max(10, recorded.at(-1)?.step ?? 0)]}
        xOf={(value) => number(value)}
        yOf={(value, increment) => number(value, decimalsOf(increment))}
        readout={{ at, hint: words.hintBands, output }}
      />
      <ul className={styles.key}>
        {bandNames.map((band) => (
          <li key={band} style={{ '--alpha': alphas[band] } as CSSProperties}>
            {words.bandKey[band]}
          </li>
        ))}
      </ul>
    </>
  )
}
