/** The stops of a step in slow motion, and the pictures that stand at each. */

import type { ScaleKind } from '../../paint/color.ts'
import type { AnatomyPlane } from '../../protocol/anatomy.ts'
import type { Variable } from './variables.ts'

export type Picture =
  /** Maps of the chosen image. */
  | { readonly kind: 'maps'; readonly plane: AnatomyPlane; readonly scale: ScaleKind }
  /** Ten numbers, one for each digit. */
  | { readonly kind: 'ten'; readonly plane: 'fc2' | 'softmax' | 'fc2/gradient' }
  /** The gradient of a variable, of which one group is shown. */
  | { readonly kind: 'weights'; readonly variable: Variable }
  | { readonly kind: 'batch' }
  | { readonly kind: 'adam' | 'filter' | 'check' }

export const phases = ['forward', 'loss', 'backward', 'update'] as const
export type Phase = (typeof phases)[number]

export type Stop = {
  readonly id: StopId
  readonly phase: Phase
  readonly pictures: readonly Picture[]
}

const unsigned = (plane: AnatomyPlane): Picture => ({ kind: 'maps', plane, scale: 'unsigned' })
const signed = (plane: AnatomyPlane): Picture => ({ kind: 'maps', plane, scale: 'signed' })
const ten = (plane: 'fc2' | 'softmax' | 'fc2/gradient'): Picture => ({ kind: 'ten', plane })
const weights = (variable: Variable): Picture => ({ kind: 'weights', variable })

const forward = {
  input: [unsigned('input')],
  conv1: [unsigned('conv1')],
  pool1: [unsigned('pool1')],
  conv2: [unsigned('conv2')],
  pool2: [unsigned('pool2')],
  fc1: [unsigned('fc1'), unsigned('dropout')],
  fc2: [ten('fc2'), ten('softmax')],
} as const
const backward = {
  backFc2: [ten('fc2/gradient'), weights('fc2')],
  backFc1: [signed('dropout/gradient'), signed('fc1/pre/gradient')],
  backPool2: [signed('pool2/gradient'), weights('fc1')],
  backConv2: [signed('conv2/pre/gradient'), weights('conv2')],
  backPool1: [signed('pool1/gradient')],
  backConv1: [signed('conv1/pre/gradient'), weights('conv1')],
  backInput: [unsigned('input'), signed('input/gradient')],
} as const
const update = {
  adam: [{ kind: 'adam' }],
  filter: [{ kind: 'filter' }],
  check: [{ kind: 'check' }],
} as const

export type StopId = keyof typeof forward | 'loss' | keyof typeof backward | keyof typeof update

function of(phase: Phase, pictures: Partial<Record<StopId, readonly Picture[]>>): Stop[] {
  // The keys are exactly those written above.
  return (Object.keys(pictures) as StopId[]).map((id) => ({ id, phase, pictures: pictures[id] ?? [] }))
}

/** In the order in which a step goes. */
export const stops: readonly Stop[] = [
  ...of('forward', forward),
  ...of('loss', { loss: [{ kind: 'batch' }] }),
  ...of('backward', backward),
  ...of('update', update),
]

export function stopAt(position: number): Stop {
  return stops[Math.min(stops.length - 1, Math.max(0, Math.floor(position)))]
}
