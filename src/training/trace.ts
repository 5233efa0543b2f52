/**
 * Time and memory of every kernel of one real step. While a trace is on, tfjs's engine passes each kernel through it; the
 * step computes exactly what it would compute without. A step that is not traced meets none of this.
 */
import * as tf from '@tensorflow/tfjs'
import { startStopwatch } from '../kernels/stopwatch.ts'
import { momentNode, node, variableNode } from '../network/graph.ts'
import { parameterNames, pixelCount, tapShapes } from '../network/spec.ts'
import type { BackendName } from '../protocol/messages.ts'
import type { StepTrace, TracedOperation } from '../protocol/record.ts'
import { bookCalls, type KernelCall, phaseOf } from './booking.ts'

type Variables = Readonly<
  Record<(typeof parameterNames)[number], { w: tf.Tensor; m: tf.Tensor; v: tf.Tensor }>
>

export type Tracing = {
  /** Work of the step that no kernel does, booked on this node. */
  readonly aside: <Result>(node: string, work: () => Result) => Result
  /** Every kernel has been called: tfjs goes its own way again. Before it nothing may be awaited. */
  readonly stop: () => void
  /** When the numbers of the step are back. Null where the device did not tell its times. */
  readonly finish: (step: number) => Promise<StepTrace | null>
}

type Seen = KernelCall & {
  readonly place: number | null
  readonly shape: readonly number[]
  readonly bytes: number
}
type Aside = Pick<TracedOperation, 'node' | 'kernel' | 'startMs' | 'durationMs'>

/** From here on every kernel is timed; null where this backend cannot tell times. `variables` are those before the step. */
export function startTrace(variables: Variables): Tracing | null {
  const watch = startStopwatch()
  if (watch === null) return null
  const backend = tf.getBackend() as BackendName
  const sources = new Map<number, string>()
  for (const name of parameterNames) {
    sources.set(variables[name].w.id, variableNode(name))
    sources.set(variables[name].m.id, momentNode(name, 'm'))
    sources.set(variables[name].v.id, momentNode(name, 'v'))
  }
  const written = new Set<number>()
  const seen: Seen[] = []
  const asides: Aside[] = []
  let peakBytes = tf.memory().numBytes
  let depth = 0
  let timed = 0

  const engine = tf.engine()
  const { runKernel } = engine
  const traced = (
    kernel: string,
    inputs: tf.NamedTensorMap,
    attrs?: tf.NamedAttrMap,
  ): tf.Tensor | tf.Tensor[] => {
    const taken = Object.values(inputs).flat()
    for (const tensor of taken) {
      const source = sourceOf(tensor)
      if (source && !written.has(tensor.id) && !sources.has(tensor.id)) sources.set(tensor.id, source)
    }
    const isNested = depth > 0
    // What a kernel calls itself comes after it in the list.
    const place = seen.length
    const call = { kernel, isNested, place: isNested ? null : timed++, inputs: taken.map(({ id }) => id) }
    seen.push({ ...call, outputs: [], shape: [], bytes: 0 })
    const run = () => runKernel.call(engine, kernel, inputs, attrs) as tf.Tensor | tf.Tensor[]
    depth++
    try {
      const result = isNested ? run() : watch.time(run)
      const outputs = [result].flat()
      for (const { id } of outputs) written.add(id)
      const shared = new Set(kernel === 'AdamUpdate' ? [] : taken.map(({ dataId }) => dataId))
      const bytes = outputs.reduce(
        (sum, tensor) => sum + (shared.has(tensor.dataId) ? 0 : bytesOf(tensor)),
        0,
      )
      seen[place] = { ...call, outputs: outputs.map(({ id }) => id), shape: outputs[0]?.shape ?? [], bytes }
      peakBytes = Math.max(peakBytes, tf.memory().numBytes)
      return result
    } finally {
      depth--
    }
  }
  // The engine finds its own function on itself before that of its class; taking it away again brings that back.
  engine.runKernel = traced as typeof engine.runKernel

  return {
    aside(node, work) {
      const startMs = watch.elapsedMs()
      const result = work()
      asides.push({ node, kernel: 'JavaScript', startMs, durationMs: watch.elapsedMs() - startMs })
      return result
    },
    stop() {
      Reflect.deleteProperty(engine, 'runKernel')
    },
    async finish(step) {
      const isOnGpu = watch.clock === 'gpu-timestamps'
      const endMs = watch.elapsedMs()
      const times = await watch.times().catch(() => null)
      if (times === null) return null
      const bookings = bookCalls(seen, sources)
      const operations = seen.flatMap((call, at): TracedOperation[] => {
        const booking = bookings[at]
        const time = times[call.place ?? -1]
        if (!booking || !time) return []
        const { node, swallowed, phase } = booking
        const { kernel, shape, bytes } = call
        return [{ node, swallowed, kernel, phase, ...time, outputShape: shape, bytes }]
      })
      // What the processor does beside a GPU takes none of the GPU's time.
      const others = isOnGpu ? [] : asides
      return {
        step,
        backend,
        clock: watch.clock,
        stepMs: isOnGpu ? watch.elapsedMs() : endMs,
        peakBytes,
        operations: [
          ...operations,
          ...others.map((aside) => ({
            ...aside,
            swallowed: [],
            phase: phaseOf(aside.node),
            outputShape: [],
            bytes: 0,
          })),
        ].sort((one, other) => one.startMs - other.startMs),
      }
    },
  }
}

function bytesOf({ size, dtype }: tf.Tensor): number {
  return size * tf.util.bytesPerElement(dtype)
}

/** What comes from the batch and not from a kernel is known by its shape. */
function sourceOf({ shape, dtype }: tf.Tensor): string | null {
  if (shape.length === 1 && dtype === 'int32') return node.labels
  if (shape.length !== 2) return null
  if (shape[1] === pixelCount) return node.images
  return shape[1] === tapShapes.dropout[0] ? node.mask : null
}
