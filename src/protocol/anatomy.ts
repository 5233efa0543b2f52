/** One real update of a run, taken apart: what it saw, what flowed back, and what Adam did. Types only: plain data. */
import type { BatchTap } from '../network/derivedTaps.ts'
import type { ParameterName, TapName } from '../network/spec.ts'

/** Places where the chosen image can be listened to, in the order data flows. */
export type ImageTap = Exclude<TapName, ParameterName>
/** The gradient of the batch's mean loss with respect to a value of the chosen image. The loss is not made from softmax. */
export type ImageGradient = `${Exclude<ImageTap, 'softmax'>}/gradient`

/** What belongs to a variable: the gradient of the batch's mean loss; Adam's moments; each before and after the update. */
export type ParameterPart = '' | '/gradient' | '/m' | '/v' | '/after' | '/m/after' | '/v/after'
export type ParameterPlane = `${ParameterName}${ParameterPart}`

/**
 * Of the weights of fc1 only the columns of some neurons are there, [3136, columns]: those in `fc1/neurons`, the largest
 * gradients first. Everything else is whole. Weights are those before the update; the image's values were computed with them
 * and with the dropout mask of the update.
 */
export type AnatomyPlane = ImageTap | ImageGradient | ParameterPlane | BatchTap | 'fc1/neurons'

/** Root mean squares over all values of a variable, those of fc1 too. */
export type VariableSizes = { readonly gradient: number; readonly update: number; readonly weights: number }

export type AnatomyPlanes = {
  readonly values: Float32Array
  readonly planes: readonly {
    readonly name: AnatomyPlane
    readonly shape: readonly number[]
    readonly offset: number
  }[]
}

/** A weight or bias of the network: `at` counts the values of the variable in the order of its shape. */
export type Weight = { readonly parameter: ParameterName; readonly at: number }

/** The slope of the loss along a weight, found by moving it a little to both sides (`math/slope.ts`). */
export type SlopeCheck = Weight & {
  /** 0 … 1. */
  readonly done: number
  readonly found: {
    readonly below: number
    readonly above: number
    readonly slope: number
    /** ReLUs and maxima that changed their position in between. */
    readonly tipped: number
  } | null
}
