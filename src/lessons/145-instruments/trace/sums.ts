/** What a trace says about nodes, scopes and the whole step. Pure. */
import type { StepTrace, TracedOperation } from '../../../protocol/record.ts'

export type Cost = { readonly ms: number; readonly bytes: number; readonly calls: number }

/** Time and written bytes of all operations booked on nodes for which `isMeant` holds; null where there are none. */
export function costOf(trace: StepTrace, isMeant: (node: string) => boolean): Cost | null {
  const booked = trace.operations.filter(({ node }) => isMeant(node))
  if (booked.length === 0) return null
  return {
    ms: sumOf(booked, 'durationMs'),
    bytes: sumOf(booked, 'bytes'),
    calls: booked.length,
  }
}

/** The node with whose operation this one was computed. */
export function computedWith(trace: StepTrace, node: string): string | null {
  return trace.operations.find(({ swallowed }) => swallowed.includes(node))?.node ?? null
}

/** The step is the sum of its operations and a remainder: what is between them. */
export function partsOfStep(trace: StepTrace) {
  const operationsMs = sumOf(trace.operations, 'durationMs')
  return { operationsMs, remainderMs: trace.stepMs - operationsMs, stepMs: trace.stepMs }
}

/** All kernels of a node as one entry, the largest first. */
export function largest(trace: StepTrace, by: 'ms' | 'bytes') {
  const nodes = [...new Set(trace.operations.map(({ node }) => node))]
  const entries = nodes.map((node) => {
    const booked = trace.operations.filter((operation) => operation.node === node)
    const main = booked.reduce((so, one) => (one.durationMs > so.durationMs ? one : so))
    return {
      node,
      kernel: main.kernel,
      phase: main.phase,
      swallowed: booked.flatMap(({ swallowed }) => swallowed),
      ms: sumOf(booked, 'durationMs'),
      bytes: sumOf(booked, 'bytes'),
    }
  })
  return entries.sort((one, other) => other[by] - one[by])
}

export type FlameBar = {
  /** 0: phases, 1: layers, 2: operations. */
  readonly row: 0 | 1 | 2
  /** Phase, scope or node. */
  readonly name: string
  readonly phase: TracedOperation['phase']
  readonly startMs: number
  /** From the beginning of the first operation in it to the end of the last. */
  readonly endMs: number
  /** Places in `operations`. */
  readonly first: number
  readonly last: number
}

/** Operations one after the other; above them those of a layer that follow each other as one bar, above these the phases. */
export function flameBars(trace: StepTrace): readonly FlameBar[] {
  const bars: FlameBar[] = []
  const nameIn = [
    ({ phase }: TracedOperation) => phase,
    ({ node }: TracedOperation) => layerOf(node),
    ({ node }: TracedOperation) => node,
  ] as const
  for (const row of [0, 1, 2] as const) {
    for (const [place, operation] of trace.operations.entries()) {
      const { phase, startMs, durationMs } = operation
      const name = nameIn[row](operation)
      const endMs = startMs + durationMs
      const before = bars.at(-1)
      if (before?.row === row && before.name === name && before.phase === phase) {
        bars[bars.length - 1] = { ...before, endMs, last: place }
      } else {
        bars.push({ row, name, phase, startMs, endMs, first: place, last: place })
      }
    }
  }
  return bars
}

/** The scope at the top: `conv1_layer` and `pool1_layer` are one. Of gradients the layer they belong to. */
export function layerOf(node: string): string {
  const parts = node.split('/')
  if (parts[0] !== 'train') return parts[0] ?? ''
  return parts[1] === 'gradients' ? (parts[2] ?? '') : (parts[1] ?? '')
}

function sumOf(operations: readonly TracedOperation[], what: 'durationMs' | 'bytes'): number {
  return operations.reduce((sum, operation) => sum + operation[what], 0)
}

/** The end of a name that tells it from the others of its phase: `conv2_layer/weight`. */
export function shortName(node: string): string {
  return node.split('/').slice(-2).join('/')
}
