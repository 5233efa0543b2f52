/** The way through the network as the overview shows it. */
import type { Floats } from '../../math/floats.ts'
import { answerOf } from '../../math/softmax.ts'
import { tapShapes } from '../../network/spec.ts'

export const overviewTaps = ['input', 'conv1', 'pool1', 'conv2', 'pool2', 'fc1', 'softmax'] as const
export type OverviewTap = (typeof overviewTaps)[number]

/** The shape of what a stage hands on, as people write it: `28×28×32`. */
export function shapeText(tap: OverviewTap, number: (value: number) => string): string {
  return tapShapes[tap].map((size) => number(size)).join('×')
}

/** Index of the largest value, the first of equal ones: the network's answer. */
export function indexOfLargest(values: Floats): number {
  return answerOf(values, 0, values.length)
}
