/** Which node of the graph a kernel belongs to, found by following the data: no kernel has to say it. Pure. */
import { type GraphNode, networkGraph } from '../network/graph.ts'
import type { TracedOperation } from '../protocol/record.ts'

export type KernelCall = {
  /** As tfjs calls it. */
  readonly kernel: string
  /** Numbers that name the tensors. */
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
  /** Called by another kernel, the one before it in the list: its time is a part of that one's. */
  readonly isNested: boolean
}

/** Where a call is booked. */
export type Booking = Pick<TracedOperation, 'node' | 'swallowed' | 'phase'> & {
  /** The graph has this operation; a helper only prepares or keeps what one takes. */
  readonly isOperation: boolean
}

/** What a kernel computes, as operations of the graph one after the other. Its outputs are those of the last ones. */
const computed: Readonly<Record<string, readonly (readonly string[])[]>> = {
  OneHot: [['OneHot']],
  Reshape: [['Reshape']],
  ConvolutionLayer: [['Conv2D', 'BiasAdd', 'Relu', 'MaxPool']],
  BatchMatMul: [['MatMul']],
  Add: [['BiasAdd']],
  Relu: [['Relu']],
  Multiply: [['Mul'], ['ReluGrad']],
  Max: [['Max']],
  Sub: [['Sub']],
  Exp: [['Exp']],
  Sum: [['Sum'], ['BiasAddGrad']],
  Log: [['Log']],
  Mean: [['Mean']],
  Neg: [['Neg']],
  RealDiv: [['RealDiv']],
  ConvolutionLayerGradient: [['MaxPoolGrad', 'ReluGrad']],
  Conv2DBackpropInput: [['Conv2DBackpropInput']],
  Conv2DBackpropFilter: [['Conv2DBackpropFilter']],
  ChannelSum: [['BiasAddGrad']],
  AdamUpdate: [['ApplyAdam']],
}

export function phaseOf(node: string): TracedOperation['phase'] {
  if (node.startsWith('train/Adam/')) return 'update'
  return node.startsWith('train/gradients/') ? 'backward' : 'forward'
}

/**
 * One booking for each call, in order; null for nested ones. `sources` says which nodes the tensors come from that no
 * call has written. A helper is booked on the operation of its phase that takes its result, else on the node whose value
 * it carries, else on the operation before it.
 */
export function bookCalls(
  calls: readonly KernelCall[],
  sources: ReadonlyMap<number, string>,
): readonly (Booking | null)[] {
  const nodeOf = new Map(sources)
  const bookings: (Booking | null)[] = calls.map(() => null)
  /** Helpers whose result nobody has taken yet, by its number. */
  const waiting = new Map<number, Helper[]>()
  let last: GraphNode | null = null

  for (const [place, call] of calls.entries()) {
    const from = call.inputs.flatMap((id) => nodeOf.get(id) ?? [])
    const chain = call.isNested ? null : findChain(call.kernel, from)
    const node = chain?.at(-1)
    if (node && chain) {
      last = node
      const phase = phaseOf(node.name)
      const swallowed = chain.slice(0, -1).map(({ name }) => name)
      bookings[place] = { node: node.name, swallowed, phase, isOperation: true }
      // A convolutional layer also gives what its gradient will need: that stands for its map before pooling.
      const written = [node, ...chain.slice(0, -1).reverse()]
      for (const [at, id] of call.outputs.entries()) nodeOf.set(id, (written[at] ?? node).name)
      for (const helper of call.inputs.flatMap((id) => waiting.get(id) ?? [])) {
        if (helper.phase === phase) bookings[helper.place] = { ...helper.booking, node: node.name, phase }
      }
      continue
    }
    const [carried] = from
    for (const id of call.outputs) if (carried !== undefined) nodeOf.set(id, carried)
    const before: Helper[] = call.inputs.flatMap((id) => waiting.get(id) ?? [])
    const now: Helper[] = []
    if (!call.isNested) {
      const phase = last ? phaseOf(last.name) : 'forward'
      const isOfPhase = carried !== undefined && phaseOf(carried) === phase
      const node = isOfPhase ? carried : (last?.name ?? carried ?? networkGraph()[0]!.name)
      const booking: Booking = { node, swallowed: [], phase: phaseOf(node), isOperation: false }
      bookings[place] = booking
      now.push({ place, phase, booking })
    }
    for (const id of call.outputs) waiting.set(id, [...before, ...now])
  }
  return bookings
}

type Helper = { readonly place: number; readonly phase: string; readonly booking: Booking }

/** The nodes a kernel computes from values of `from`, the last one last; null where the graph has no such operation. */
function findChain(kernel: string, from: readonly string[]): readonly GraphNode[] | null {
  for (const operations of computed[kernel] ?? []) {
    const chain: GraphNode[] = []
    const values = new Set(from)
    for (const operation of operations) {
      const node = networkGraph().find(
        (node) => node.operation === operation && !chain.includes(node) && takesOnly(node, values),
      )
      if (!node) break
      chain.push(node)
      values.add(node.name)
    }
    const taken = new Set(chain.flatMap(({ inputs }) => inputs))
    if (chain.length === operations.length && from.every((name) => taken.has(name))) return chain
  }
  return null
}

/** Constants come as numbers, not from a node. */
function takesOnly({ inputs }: GraphNode, values: ReadonlySet<string>): boolean {
  const needed = inputs.filter((input) => !constants.has(input))
  return needed.length > 0 && needed.every((input) => values.has(input))
}

const constants = new Set(
  networkGraph()
    .filter(({ operation }) => operation === 'Const')
    .map(({ name }) => name),
)
