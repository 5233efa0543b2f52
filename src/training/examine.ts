/** What the values behind some taps are like, for many images at once. */
import type * as tf from '@tensorflow/tfjs'
import { visitValues } from '../kernels/read.ts'
import type { ParameterTensors } from '../network/forward.ts'
import type { TapName } from '../network/spec.ts'
import { heardFrom } from './listen.ts'

/** What is to be found out about the values behind some taps. */
export type Looks = Readonly<Partial<Record<TapName, (values: Float32Array) => unknown>>>
export type Findings<Seen extends Looks> = {
  readonly [Tap in keyof Seen]: Seen[Tap] extends (values: Float32Array) => infer Found ? Found : never
}

/** As `Trainer.examine` says; images are n × 28 × 28, 0 … 1. */
export async function examine<Seen extends Looks>(
  parameters: ParameterTensors,
  imagesNHW: Float32Array | null,
  looks: Seen,
): Promise<Findings<Seen>> {
  const named = Object.entries(looks) as [TapName, (values: Float32Array) => unknown][]
  const found: Partial<Record<TapName, unknown>> = {}
  const tensors = () => {
    const heard = imagesNHW && heardFrom(parameters, imagesNHW)
    const known: Partial<Record<TapName, tf.Tensor>> = parameters
    return named.map(([tap]) => {
      const tensor = heard?.get(tap) ?? known[tap]
      if (!tensor) throw new Error(`Without images there is no ${tap}.`)
      return tensor
    })
  }
  await visitValues(tensors, (values, place) => {
    const [tap, look] = named[place]!
    found[tap] = look(values)
  })
  // One entry for each look, as it gave it.
  return found as Findings<Seen>
}
