/** Which distribution of a summary is looked at. */

import type { LearningLayerName, ParameterName } from '../../network/spec.ts'
import type { ActivationTap, Distribution, Summary } from '../../protocol/record.ts'
import type { Split } from './pictures.ts'

export const quantities = ['weights', 'bias', 'activations'] as const
export type Quantity = (typeof quantities)[number]

export type Chosen = {
  readonly layer: LearningLayerName
  /** `activations` of fc2 are its logits. */
  readonly quantity: Quantity
  /** Over the images of which split activations are counted. */
  readonly split: Split
}

export function distributionIn(summary: Summary, { layer, quantity, split }: Chosen): Distribution {
  if (quantity === 'activations') return summary[split].activations[layer satisfies ActivationTap]
  return summary.variables[`${layer}/${quantity}` satisfies ParameterName]
}
