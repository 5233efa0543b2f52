/** One update taken apart: what the chosen image did to the network, and what flowed back to it. */
import * as tf from '@tensorflow/tfjs'
import type { AdamTensors } from '../kernels/adam.ts'
import { readTogether } from '../kernels/read.ts'
import { sizeOf } from '../math/plane.ts'
import { forward } from '../network/forward.ts'
import { parameterRecord } from '../network/parameters.ts'
import { classCount, type ParameterName, parameterNames, pixelCount, tapShapes } from '../network/spec.ts'
import type {
  AnatomyPlane,
  AnatomyPlanes,
  ImageGradient,
  ImageTap,
  ParameterPart,
  VariableSizes,
} from '../protocol/anatomy.ts'
import type { Batch } from './gradients.ts'
import { meanCrossEntropy } from './loss.ts'

/** In the order data flows. */
export const imageTaps = [
  'input',
  'conv1/pre',
  'conv1',
  'pool1',
  'conv2/pre',
  'conv2',
  'pool2',
  'fc1/pre',
  'fc1',
  'dropout',
  'fc2',
  'softmax',
] as const satisfies readonly ImageTap[]

/** So many neurons of fc1 show their 3,136 weights. */
export const shownNeurons = 16

/** What an update saw, as plain data: enough to look at it again after the weights have changed. */
export type SeenUpdate = {
  readonly parameters: Readonly<Record<ParameterName, Float32Array>>
  readonly batch: Batch
  /** n × 1024 factors. */
  readonly dropoutMask: Float32Array
}

/** An update taken apart. */
export type Dissection = {
  readonly seen: SeenUpdate
  /** Of all variables. */
  readonly planes: readonly NamedPlane[]
  readonly sizes: Readonly<Record<ParameterName, VariableSizes>>
}

/** Weights and Adam's moments of one variable. */
type Moments = { readonly w: Float32Array; readonly m: Float32Array; readonly v: Float32Array }
type VariableUpdate = {
  readonly before: Moments
  readonly gradient: Float32Array
  readonly after: Moments
}
type Variables = Readonly<Record<ParameterName, AdamTensors>>

export type NamedPlane = {
  readonly name: AnatomyPlane
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/**
 * Call it between the gradients and Adam, and the function it gives right after Adam. Both only queue what is to be
 * read, so that the update goes on as it would without them.
 */
export function openUp(variables: Variables, gradients: Readonly<Record<ParameterName, tf.Tensor>>) {
  const before = parameterRecord((name) => ({
    ...snapshots(variables[name]),
    gradient: snapshot(gradients[name]),
  }))
  return async (batch: Omit<SeenUpdate, 'parameters'>, updated: Variables): Promise<Dissection> => {
    const after = parameterRecord((name) => snapshots(updated[name]))
    const sizes: Partial<Record<ParameterName, VariableSizes>> = {}
    const weights: Partial<Record<ParameterName, Float32Array>> = {}
    const planes: NamedPlane[] = []
    for (const name of parameterNames) {
      const update: VariableUpdate = {
        before: await awaited(before[name]),
        gradient: await before[name].gradient,
        after: await awaited(after[name]),
      }
      sizes[name] = variableSizes(update)
      weights[name] = update.before.w
      planes.push(...variablePlanes(name, update))
    }
    // Every name was filled above.
    return {
      seen: { ...batch, parameters: weights as SeenUpdate['parameters'] },
      planes,
      sizes: sizes as Dissection['sizes'],
    }
  }
}

type Snapshots = Readonly<Record<keyof Moments, Promise<Float32Array>>>

const snapshots = ({ w, m, v }: AdamTensors): Snapshots => ({
  w: snapshot(w),
  m: snapshot(m),
  v: snapshot(v),
})

async function awaited({ w, m, v }: Snapshots): Promise<Moments> {
  return { w: await w, m: await m, v: await v }
}

/** The values of this moment: Adam computes in place, so they are taken before it begins. */
async function snapshot(tensor: tf.Tensor): Promise<Float32Array> {
  const isHere = tf.getBackend() === 'cpu' || tf.getBackend() === 'wasm'
  if (isHere) return Float32Array.from(tensor.dataSync<'float32'>())
  const copy = tf.tidy(() => tf.add(tensor, 0))
  try {
    return Float32Array.from(await copy.data<'float32'>())
  } finally {
    copy.dispose()
  }
}

/**
 * Every tap of one image of the batch with its dropout mask, and the gradients of the batch's mean loss at them. One
 * image has no part in what another one does, so it goes through the network alone; the weights of the update come back to
 * the backend for as long as this takes.
 */
export async function imagePlanes(
  { parameters: weights, batch, dropoutMask }: SeenUpdate,
  place: number,
): Promise<readonly NamedPlane[]> {
  const [neurons] = tapShapes.dropout
  const n = batch.labels.length
  const gradientTaps = imageTaps.filter((tap) => tap !== 'softmax')
  const values = await readTogether(() => {
    const parameters = parameterRecord((name) => tf.tensor(weights[name].slice(), [...tapShapes[name]]))
    const image = tf.tensor2d(batch.imagesNHW.slice(place * pixelCount, (place + 1) * pixelCount), [
      1,
      pixelCount,
    ])
    const mask = tf.tensor2d(dropoutMask.slice(place * neurons, (place + 1) * neurons), [1, neurons])
    const oneHot = tf.oneHot(tf.tensor1d([batch.labels[place]!], 'int32'), classCount).toFloat()
    const heard = new Map<string, tf.Tensor>()
    // A zero is added at each tap, and the derivative by that zero is the derivative by the tap.
    const zeros = gradientTaps.map((tap) => tf.zeros([1, ...tapShapes[tap]]))
    const gradients = tf.grads((...added: tf.Tensor[]) => {
      const logits = forward(parameters, image, {
        dropoutMask: mask,
        onTap(tap, tensor) {
          heard.set(tap, tf.keep(tensor.clone()))
          const at = (gradientTaps as readonly string[]).indexOf(tap)
          return at < 0 ? tensor : (tf.add(tensor, added[at]!) as typeof tensor)
        },
      })
      return tf.div(meanCrossEntropy(logits, oneHot), n).asScalar()
    })(zeros)
    const found = [...imageTaps.map((tap) => heard.get(tap)!.clone()), ...gradients]
    tf.dispose([...heard.values()])
    return found
  }, null)
  let offset = 0
  const plane = (name: AnatomyPlane, shape: readonly number[]): NamedPlane => {
    const from = offset
    offset += sizeOf(shape)
    return { name, shape, values: values.subarray(from, offset) }
  }
  return [
    ...imageTaps.map((tap) => plane(tap, tapShapes[tap])),
    ...gradientTaps.map((tap) => plane(`${tap}/gradient` satisfies ImageGradient, tapShapes[tap])),
  ]
}

/** All of a variable; of fc1's weights the columns of the neurons with the largest gradients. */
function variablePlanes(name: ParameterName, { before, gradient, after }: VariableUpdate): NamedPlane[] {
  const [inputs, outputs] = tapShapes['fc1/weights']
  const neurons =
    name === 'fc1/weights' ? strongestColumns(gradient, { rows: inputs, columns: outputs }) : null
  const shape = neurons ? [inputs, neurons.length] : tapShapes[name]
  const plane = (part: ParameterPart, values: Float32Array): NamedPlane => ({
    name: `${name}${part}`,
    shape,
    values: neurons ? columnsOf(values, outputs, neurons) : values,
  })
  return [
    plane('', before.w),
    plane('/gradient', gradient),
    plane('/m', before.m),
    plane('/v', before.v),
    plane('/after', after.w),
    plane('/m/after', after.m),
    plane('/v/after', after.v),
    ...(neurons
      ? [{ name: 'fc1/neurons', shape: [neurons.length], values: Float32Array.from(neurons) } as const]
      : []),
  ]
}

function variableSizes({ before, gradient, after }: VariableUpdate): VariableSizes {
  const { length } = gradient
  let [squares, moved, weights] = [0, 0, 0]
  for (let at = 0; at < length; at++) {
    squares += gradient[at]! ** 2
    moved += (after.w[at]! - before.w[at]!) ** 2
    weights += after.w[at]! ** 2
  }
  const root = (sum: number) => Math.sqrt(sum / length)
  return { gradient: root(squares), update: root(moved), weights: root(weights) }
}

/** All planes back to back in one buffer. */
export function joined(planes: readonly NamedPlane[]): AnatomyPlanes {
  const values = new Float32Array(planes.reduce((sum, plane) => sum + plane.values.length, 0))
  let offset = 0
  return {
    values,
    planes: planes.map(({ name, shape, values: own }) => {
      values.set(own, offset)
      offset += own.length
      return { name, shape, offset: offset - own.length }
    }),
  }
}

/** The columns with the largest sums of squares, the largest first. */
function strongestColumns(
  values: Float32Array,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): readonly number[] {
  const squares = new Float64Array(columns)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      squares[column] = squares[column]! + values[row * columns + column]! ** 2
  const order = Array.from(squares, (_, column) => column)
  return order.sort((one, other) => squares[other]! - squares[one]!).slice(0, shownNeurons)
}

function columnsOf(values: Float32Array, columns: number, chosen: readonly number[]): Float32Array {
  const rows = values.length / columns
  return Float32Array.from({ length: rows * chosen.length }, (_, at) => {
    const column = chosen[at % chosen.length]!
    return values[Math.floor(at / chosen.length) * columns + column]!
  })
}
