/** How one number of the network came about, as plain data: every term of it, exact. Places count from 0. */
import type { TapName } from '../network/spec.ts'

/** One value of a tap. Vectors (fc1, fc2, softmax …) have everything in `map` 0 … n − 1, row and column 0. */
export type Place = { readonly map: number; readonly row: number; readonly column: number }
export type Site = Place & {
  readonly tap: TapName
  /** Another pass than the plain one, as derived taps name it; all its terms are of that pass. */
  readonly version?: Version
}
/** What stands before the tap's name in `network/derivedTaps.ts`. */
export type Version = 'first' | 'without-relu' | `shift/${number},${number}`

/** One value times one weight. */
export type Product = {
  readonly input: number
  readonly weight: number
  readonly product: number
  /** Where the value stands; null: a zero of the padding. */
  readonly from: Site | null
}

/** The 25 products of one filter channel, row by row, and what they add up to. */
export type ChannelSum = {
  readonly channel: number
  readonly products: readonly Product[]
  readonly sum: number
}

type Common = {
  readonly site: Site
  /** The number as the frame holds it. */
  readonly value: number
}

export type Explanation =
  /** A pixel of the image: its byte, 0 … 255, divided by 255. `byte` is null for a drawing, whose ink is no whole byte. */
  | (Common & { readonly kind: 'pixel'; readonly byte: number | null })
  /** conv1, conv2: sums per channel of the layer before, their sum, the bias; `relu` where the tap comes after ReLU. */
  | (Common & {
      readonly kind: 'convolution'
      readonly layer: 'conv1' | 'conv2'
      readonly channels: readonly ChannelSum[]
      readonly bias: number
      /** Sum of channels and bias. */
      readonly pre: number
      readonly relu: boolean
      /** How many of the 25 places of the window lie in the padding. */
      readonly padded: number
    })
  /** pool1, pool2: four candidates in reading order; of equal ones the first wins. */
  | (Common & {
      readonly kind: 'pooling'
      readonly layer: 'pool1' | 'pool2'
      readonly candidates: readonly { readonly from: Site; readonly value: number }[]
      /** Index of the winner, 0 … 3. */
      readonly winner: number
    })
  /** fc1, fc2: one product for each value of the layer before, in its order in memory. */
  | (Common & {
      readonly kind: 'fully-connected'
      readonly layer: 'fc1' | 'fc2'
      readonly products: readonly Product[]
      readonly bias: number
      readonly pre: number
      readonly relu: boolean
    })
  /** The dropout tap: the value of fc1 times its factor in the mask, 0 or 1 / keep. */
  | (Common & {
      readonly kind: 'dropout'
      readonly before: number
      readonly factor: number
      readonly keep: number
    })
  /** e to the logit, divided by the sum of all ten; logits are shifted by the largest, which changes no share. */
  | (Common & {
      readonly kind: 'softmax'
      readonly logits: readonly number[]
      readonly largest: number
      readonly exponentials: readonly number[]
      readonly sum: number
    })
  /** A learned number: a weight or a bias. It comes from the start value and all updates so far. */
  | (Common & { readonly kind: 'parameter' })
