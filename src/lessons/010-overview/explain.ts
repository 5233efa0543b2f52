/** The way through the network as a function of a position: whole numbers are stages, between them one makes the next. */
import type { Floats } from '../../math/floats.ts'
import { answerOf } from '../../math/softmax.ts'
import { layers, learningLayers, tapShapes } from '../../network/spec.ts'

export const stages = [
  { tap: 'input', by: 'input' },
  { tap: 'conv1/pre', by: 'convolution' },
  { tap: 'conv1', by: 'relu' },
  { tap: 'pool1', by: 'pooling' },
  { tap: 'conv2/pre', by: 'convolution' },
  { tap: 'conv2', by: 'relu' },
  { tap: 'pool2', by: 'pooling' },
  { tap: 'fc1', by: 'fully-connected' },
  { tap: 'fc2', by: 'fully-connected' },
  { tap: 'softmax', by: 'softmax' },
] as const
export type Stage = (typeof stages)[number]
export type StageTap = Stage['tap']
export const lastStage = stages.length - 1

/** What the journey shows: a stage at rest, one on its way to the place of what has been, one that is being made. */
export type Moment =
  | { readonly kind: 'rest'; readonly stage: number }
  /** `progress` 0…1 from its own place to that of the stage before. */
  | { readonly kind: 'leaving'; readonly stage: number; readonly progress: number }
  /** `share` 0…1 of it is there. */
  | { readonly kind: 'growing'; readonly stage: number; readonly share: number }

/** Share of the way between two stages in which the picture of the first makes room. */
const leavingShare = 0.25

export function momentAt(position: number): Moment {
  const stage = Math.max(0, Math.min(lastStage, Math.floor(position)))
  const part = position - stage
  if (part <= 0 || stage === lastStage) return { kind: 'rest', stage }
  if (part < leavingShare) return { kind: 'leaving', stage, progress: part / leavingShare }
  return { kind: 'growing', stage: stage + 1, share: (part - leavingShare) / (1 - leavingShare) }
}

/** The stage that heading and numbers speak of: the one being made as soon as there is something of it. */
export function stageAt(position: number): number {
  return momentAt(position).stage
}

/** The shape of what a stage hands on, as people write it: `28×28×32`. */
export function shapeText(tap: StageTap, number: (value: number) => string): string {
  return tapShapes[tap].map((size) => number(size)).join('×')
}

/** How many numbers a stage hands on. */
export function valueCount(tap: StageTap): number {
  return tapShapes[tap].reduce<number>((product, size) => product * size, 1)
}

/** How many numbers the step to this stage has learned: weights and biases; ReLU, pooling and softmax have none. */
export function parameterCount({ tap, by }: Stage): number {
  if (by !== 'convolution' && by !== 'fully-connected') return 0
  const name = learningLayers.find((layer) => tap.startsWith(layer))
  const layer = layers.find((one) => one.name === name)
  if (!layer || !('weights' in layer)) return 0
  const { weights } = layer
  return weights.reduce<number>((product, size) => product * size, 1) + (weights.at(-1) ?? 0)
}

/** Index of the largest value, the first of equal ones: the network's answer. */
export function indexOfLargest(values: Floats): number {
  return answerOf(values, 0, values.length)
}
