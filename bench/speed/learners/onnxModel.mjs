/** Writes ONNX models: a list of operations, in the format's own bytes (protocol buffers). Only what one training step needs. */

const FLOAT = 1
const INT64 = 7

export function createModel() {
  const nodes = []
  const initializers = []
  const inputs = []
  const outputs = []
  let names = 0
  const fresh = () => `t${names++}`
  return {
    input(name, shape, type = FLOAT) {
      inputs.push(valueInfo(name, shape, type))
      return name
    },
    output(name, value, shape) {
      nodes.push(node('Identity', [value], [name], {}))
      outputs.push(valueInfo(name, shape, FLOAT))
    },
    /** A constant: `ints` as a list, or one float. */
    ints(values) {
      const name = fresh()
      initializers.push(tensor(name, [values.length], INT64, new BigInt64Array(values.map(BigInt))))
      return name
    },
    float(value) {
      const name = fresh()
      initializers.push(tensor(name, [], FLOAT, Float32Array.of(value)))
      return name
    },
    /** One operation; returns the name of its result, or all of them where `results` is more than 1. */
    op(type, values, attributes = {}, results = 1) {
      const made = Array.from({ length: results }, fresh)
      nodes.push(node(type, values, made, attributes))
      return results === 1 ? made[0] : made
    },
    bytes() {
      const graph = [
        ...nodes.map((bytes) => field(1, bytes)),
        field(2, text('step')),
        ...initializers.map((bytes) => field(5, bytes)),
        ...inputs.map((bytes) => field(11, bytes)),
        ...outputs.map((bytes) => field(12, bytes)),
      ]
      const opset = join([field(1, text('')), number(2, 17)])
      return join([number(1, 8), field(7, join(graph)), field(8, opset)])
    },
  }
}

function node(type, values, results, attributes) {
  return join([
    ...values.map((name) => field(1, text(name))),
    ...results.map((name) => field(2, text(name))),
    field(4, text(type)),
    ...Object.entries(attributes).map(([name, value]) => field(5, attribute(name, value))),
  ])
}

function attribute(name, value) {
  const head = field(1, text(name))
  if (Array.isArray(value)) return join([head, ...value.map((int) => number(8, int)), number(20, 7)])
  return join([head, number(3, value), number(20, 2)])
}

function tensor(name, shape, type, values) {
  return join([
    ...shape.map((size) => number(1, size)),
    number(2, type),
    field(8, text(name)),
    field(9, new Uint8Array(values.buffer)),
  ])
}

function valueInfo(name, shape, type) {
  const dims = join(shape.map((size) => field(1, number(1, size))))
  const tensorType = join([number(1, type), field(2, dims)])
  return join([field(1, text(name)), field(2, field(1, tensorType))])
}

const text = (string) => new TextEncoder().encode(string)
/** A field that holds bytes, after its number and length. */
const field = (at, bytes) => join([varint(at * 8 + 2), varint(bytes.length), bytes])
const number = (at, value) => join([varint(at * 8), varint(value)])

function varint(value) {
  const bytes = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const more = rest > 127n
    bytes.push(Number(rest & 127n) + (more ? 128 : 0))
    rest >>= 7n
  } while (rest > 0n)
  return Uint8Array.from(bytes)
}

function join(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
