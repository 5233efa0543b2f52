import type { StepTrace, TracedOperation } from '../../protocol/record.ts'
import type { NodeStats, StepStats } from '../../tensorboard/runMetadata.ts'

/** TensorBoard shows only devices whose name ends in `device:NAME:number`. */
export const deviceOf = (backend: string | null) => `/device:${(backend ?? 'none').toUpperCase()}:0`

/**
 * A traced step, as it ended at `endMs`. TensorBoard takes a node to be at work from its first start to its last end: so
 * operations booked on the same node are put together as one, which starts when the first did and takes as long as all.
 */
export function statsOf({ backend, stepMs, operations }: StepTrace, endMs: number): StepStats {
  const beginMs = endMs - stepMs
  const byNode = new Map<string, TracedOperation[]>()
  for (const operation of operations) {
    byNode.set(operation.node, [...(byNode.get(operation.node) ?? []), operation])
  }
  const nodes = [...byNode].map(([name, booked]): NodeStats => {
    const startMs = Math.min(...booked.map((operation) => operation.startMs))
    return {
      name,
      startMicros: (beginMs + startMs) * 1000,
      durationMicros: sum(booked.map(({ durationMs }) => durationMs)) * 1000,
      bytes: sum(booked.map(({ bytes }) => bytes)),
    }
  })
  return { device: deviceOf(backend), allocator: backend, nodes }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
