/** The curves of several runs as the rows of one chart. */
import { smoothed } from '../../math/smoothed.ts'
import { spreadPlaces } from '../../math/spread.ts'
import type { KeptRecord } from '../../protocol/keep.ts'
import type { Curve } from '../../ui/LineChart.tsx'

export type ComparedRecord = Pick<KeptRecord, 'history' | 'evaluations'>

type Values = readonly (number | null)[]
export type Rows = readonly [steps: readonly number[], ...curves: Values[]]

/** About the last twenty steps count. */
const memory = 0.95
/** Of each run; a screen shows no more. */
const pointLimit = 300

/**
 * A look for each run, by its place: told apart without colours too, by the kind of line and a number at its end. Of two with one colour
 * one is broken.
 */
const looks = [
  { color: 'negative' },
  { color: 'positive' },
  { color: 'accent', dash: 'dashed' },
  { color: 'muted', dash: 'dotted' },
  { color: 'negative', dash: 'dotted' },
  { color: 'positive', dash: 'dashed' },
  { color: 'accent', dash: 'dotted' },
  { color: 'muted', dash: 'dashed' },
] as const satisfies readonly Pick<Curve, 'color' | 'dash'>[]

/** More lines than this in one chart cannot be told apart. */
export const mostRuns = looks.length

export function lookOf(place: number): Pick<Curve, 'color' | 'dash'> {
  return looks[place % mostRuns]
}

/** The smoothed loss of each run, over all steps that any of them shows. */
export function lossRows(runs: readonly ComparedRecord[]): Rows {
  const curves = runs.map(({ history }) => {
    const steps = history.map(({ step }) => step)
    const averages = smoothed({ steps, values: history.map(({ loss }) => loss) }, { memory })
    const places = spreadPlaces(history.length, pointLimit)
    return new Map(places.map((place) => [steps[place], averages[place]] as const))
  })
  return rowsOf(curves)
}

/** Of each run the accuracy on test images, then both ends of its interval. */
export function accuracyRows(runs: readonly ComparedRecord[]): Rows {
  const curves = runs.flatMap(({ evaluations }) => [
    new Map(evaluations.map(({ step, accuracy }) => [step, accuracy] as const)),
    new Map(evaluations.map(({ step, interval }) => [step, interval[0]] as const)),
    new Map(evaluations.map(({ step, interval }) => [step, interval[1]] as const)),
  ])
  return rowsOf(curves)
}

function rowsOf(curves: readonly ReadonlyMap<number, number>[]): Rows {
  const steps = [...new Set(curves.flatMap((curve) => [...curve.keys()]))].sort((one, other) => one - other)
  return [steps, ...curves.map((curve) => steps.map((step) => curve.get(step) ?? null))]
}
