import { encoded, writeInteger, writeMessage, writeText } from './message.ts'

/** What one node of the graph took in one step. */
export type NodeStats = {
  /** Of a node of the graph, or TensorBoard shows it nowhere. */
  readonly name: string
  /** Microseconds since 1970. */
  readonly startMicros: number
  readonly durationMicros: number
  readonly bytes: number
}

export type StepStats = {
  /** TensorBoard counts only devices whose name ends like `/device:CPU:0`. */
  readonly device: string
  /** Who gave the memory. */
  readonly allocator: string
  readonly nodes: readonly NodeStats[]
}

/** RunMetadata {step_stats 1 {dev_stats 1 {device 1 · node_stats 2}}}, as tensorflow/core/framework/step_stats.proto. */
export function runMetadata({ device, allocator, nodes }: StepStats): Uint8Array<ArrayBuffer> {
  return encoded((metadata) =>
    writeMessage(metadata, 1, (step) =>
      writeMessage(step, 1, (stats) => {
        writeText(stats, 1, device)
        for (const { name, startMicros, durationMicros, bytes } of nodes) {
          writeMessage(stats, 2, (node) => {
            writeText(node, 1, name)
            writeInteger(node, 2, Math.round(startMicros))
            writeInteger(node, 3, 0) // op_start_rel_micros: nothing is known before it
            writeInteger(node, 4, Math.round(durationMicros))
            writeInteger(node, 5, Math.round(durationMicros))
            writeMessage(node, 6, (memory) => {
              writeText(memory, 1, allocator)
              writeInteger(memory, 2, bytes)
              writeInteger(memory, 3, bytes)
            })
          })
        }
      }),
    ),
  )
}
