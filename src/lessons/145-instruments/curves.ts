/** Values that are measured at different steps, as the rows of one chart. */
import { smoothed } from '../../math/smoothed.ts'
import { spreadPlaces } from '../../math/spread.ts'

export type Series = { readonly steps: readonly number[]; readonly values: readonly number[] }

/** A screen shows no more points than this. */
const pointLimit = 1200

/** Of very many values every n-th, the last one always. */
export function thinned({ steps, values }: Series): Series {
  const shown = spreadPlaces(steps.length, pointLimit)
  return { steps: shown.map((i) => steps[i]), values: shown.map((i) => values[i]) }
}

/** A series with its smoothed values: both thinned, after smoothing. */
export function withSmoothed(
  series: Series,
  smoothing: { readonly memory: number; readonly unit: number },
): { readonly raw: Series; readonly smooth: Series } {
  const { steps } = series
  return { raw: thinned(series), smooth: thinned({ steps, values: smoothed(series, smoothing) }) }
}

export type Rows = {
  readonly steps: readonly number[]
  /** One for each series, as long as `steps`; null where it was not measured. */
  readonly values: readonly (readonly (number | null)[])[]
}

/** Several series over all steps at which at least one of them was measured. */
export function rowsOf(series: readonly Series[]): Rows {
  const steps = [...new Set(series.flatMap((one) => one.steps))].sort((a, b) => a - b)
  const places = new Map(steps.map((step, place) => [step, place]))
  const values = series.map((one) => {
    const row: (number | null)[] = steps.map(() => null)
    for (const [i, step] of one.steps.entries()) row[places.get(step) ?? 0] = one.values[i]
    return row
  })
  return { steps, values }
}

/** A range around values that are all equal, or of none: a chart finds one only where they differ. */
export function rangeWhereFlat(
  rows: readonly (readonly (number | null)[])[],
): readonly [number, number] | undefined {
  const values = rows.flatMap((row) => row.filter((value) => value !== null))
  const [first] = values
  if (first === undefined) return [1, 20]
  if (values.some((value) => value !== first)) return undefined
  const room = Math.abs(first) / 2 || 1
  return [first - room, first + room]
}
