/** Sizes of gradients and updates over a run, as rows of a chart. */
import { spreadPlaces } from '../../math/spread.ts'
import type { StepFlow } from '../../protocol/record.ts'
import { variables } from './variables.ts'

/** A screen shows no more points than this. */
const pointLimit = 800

export type FlowRows = readonly [steps: readonly number[], ...curves: (number | null)[][]]

/** One curve for the weights of each layer; of very many steps every n-th, the last one always. Zero has no logarithm. */
export function flowRows(flows: readonly StepFlow[], of: 'gradients' | 'updates'): FlowRows {
  const shown = spreadPlaces(flows.length, pointLimit).map((place) => flows[place])
  const curves = variables.map((name) => shown.map((flow) => flow[of][`${name}/weights`] || null))
  return [shown.map(({ step }) => step), ...curves]
}
