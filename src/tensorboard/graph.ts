import { encoded, writeInteger, writeMessage, writeShape, writeText } from './message.ts'

export type Node = {
  /** Unique; what stands before a `/` is a scope that opens and closes. */
  readonly name: string
  readonly op: string
  /** Names of the nodes whose output it takes. */
  readonly inputs: readonly string[]
  /** Of its output: −1 where a size does not matter, [] for a scalar, null where nothing comes out. */
  readonly shape: readonly number[] | null
}

/** The version of GraphDef that TensorFlow has written since 2017. */
const producer = 22

/** GraphDef: node 1 {name 1 · op 2 · input 3 · device 4 · attr 5} · versions 4 {producer 1}. */
export function graphDef(nodes: readonly Node[], device: string): Uint8Array<ArrayBuffer> {
  return encoded((graph) => {
    for (const { name, op, inputs, shape } of nodes) {
      writeMessage(graph, 1, (node) => {
        writeText(node, 1, name)
        writeText(node, 2, op)
        for (const input of inputs) writeText(node, 3, input)
        writeText(node, 4, device)
        if (shape === null) return
        // The map entry {key 1, value 2}; AttrValue: list 1 {shape 7}, one for each output.
        writeMessage(node, 5, (entry) => {
          writeText(entry, 1, '_output_shapes')
          writeMessage(entry, 2, (value) => writeMessage(value, 1, (list) => writeShape(list, 7, shape)))
        })
      })
    }
    writeMessage(graph, 4, (versions) => writeInteger(versions, 1, producer))
  })
}
