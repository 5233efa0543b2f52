/** The operations of a training step as a graph with name scopes: what TensorBoard draws, and what times are booked on. */
import type { TapName } from './spec.ts'

export type GraphNode = {
  /** With its scopes: `1st_layer/conv1_layer/weight/…`. Unique. */
  readonly name: string
  /** What kind of operation, as TensorFlow calls it: `Conv2D`, `Relu`, `MatMul`, `VariableV2`, … */
  readonly operation: string
  /** Names of the nodes whose output it takes, in order. */
  readonly inputs: readonly string[]
  /** Of its output, the batch first (−1 where its size does not matter); [] for a scalar; null where there is none. */
  readonly shape: readonly number[] | null
  /** The tap that one can listen to here. */
  readonly tap?: TapName
}
