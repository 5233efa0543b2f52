/** What one image does to the network: the tensors behind the taps that somebody watches. */
import * as tf from '@tensorflow/tfjs'
import { shownDropoutMask } from '../math/dropout.ts'
import { type ParsedTap, type PlaneName, parseTap, type TracedTap } from '../network/derivedTaps.ts'
import { type ForwardOptions, forward, type ParameterTensors } from '../network/forward.ts'
import { imageSide, parameterNames, pixelCount, type TapName, tapShapes } from '../network/spec.ts'

export type Look = {
  /** Keep probability of the `dropout` tap alone: what comes after it in the frame is not disturbed. */
  readonly keep: number
  /** Of the masks shown: another one at each step. */
  readonly maskSeed: number
  readonly parameters: ParameterTensors
  /** Those of step 0; asked for only where a `first/` tap is watched. */
  readonly firstParameters: () => ParameterTensors
}

/** Far enough apart that the masks of two steps are never the same. */
const seedsBetweenPasses = 1_000_003

/**
 * One tensor per name, in their order. `imageHW` is 28 × 28, 0 … 1. Call inside `tf.tidy`: what is not returned is
 * left to it. Taps of one network and one image share one forward pass.
 */
export function listen(imageHW: Float32Array, names: readonly PlaneName[], look: Look): tf.Tensor[] {
  const passes = new Map<string, Map<TapName, tf.Tensor>>()
  const pass = (key: string, compute: () => Map<TapName, tf.Tensor>) => {
    const done = passes.get(key) ?? compute()
    passes.set(key, done)
    return done
  }
  const plain = () => pass('plain', () => heardFrom(look.parameters, imageHW))

  const tensorOf = (parsed: ParsedTap): tf.Tensor | undefined => {
    switch (parsed.kind) {
      case 'tap':
        return parsed.tap === 'dropout' ? shownDropout(plain(), look) : plain().get(parsed.tap)
      case 'first': {
        const parameter = parameterNames.find((name) => name === parsed.tap)
        // What is learned needs no image: comparing filters costs no second forward pass.
        if (parameter) return look.firstParameters()[parameter]
        return pass('first', () => heardFrom(look.firstParameters(), imageHW)).get(parsed.tap)
      }
      case 'without-relu':
        return pass('without-relu', () => heardFrom(look.parameters, imageHW, { hasRelu: false })).get(
          parsed.tap,
        )
      case 'shift': {
        const { right, down, tap } = parsed
        const moved = () => heardFrom(look.parameters, shifted(imageHW, right, down))
        return pass(`shift ${right} ${down}`, moved).get(tap)
      }
      case 'neuron': {
        const [inputs] = tapShapes['fc1/weights']
        return tf.slice(look.parameters['fc1/weights'], [0, parsed.neuron], [inputs, 1])
      }
      case 'passes':
        return dropoutPasses(plain(), parsed, look)
      case 'trace': {
        const { start, unit, tap } = parsed
        return pass(`trace ${start} ${unit}`, () => traced(imageHW, { start, unit }, look)).get(tap)
      }
      case 'batch':
        // No one image's: the worker knows them without the network.
        return undefined
      default:
        return parsed satisfies never
    }
  }
  return names.map((name) => {
    const tensor = tensorOf(parseTap(name))
    if (!tensor) throw new Error(`The network reports no tap ${name}.`)
    return tensor
  })
}

/** All taps of one forward pass of some images, without dropout. Call inside `tf.tidy`. */
export function heardFrom(
  parameters: ParameterTensors,
  imagesNHW: Float32Array,
  options: Pick<ForwardOptions, 'hasRelu'> = {},
): Map<TapName, tf.Tensor> {
  const heard = new Map<TapName, tf.Tensor>()
  const n = imagesNHW.length / pixelCount
  forward(parameters, tf.tensor2d(imagesNHW, [n, pixelCount]), {
    ...options,
    dropoutMask: null,
    onTap(tap, tensor) {
      heard.set(tap, tensor)
      return tensor
    },
  })
  return heard
}

function shownDropout(heard: Map<TapName, tf.Tensor>, { keep, maskSeed }: Look): tf.Tensor | undefined {
  const [size] = tapShapes.dropout
  const fc1 = heard.get('fc1')
  return fc1 && tf.mul(fc1, tf.tensor2d(shownDropoutMask(size, { keep, seed: maskSeed }), [1, size]))
}

/** Softmax behind fc1 under `count` masks; with the same `keep`, the very first is that of the `dropout` tap. */
function dropoutPasses(
  heard: Map<TapName, tf.Tensor>,
  { keep, count, draw }: Extract<ParsedTap, { kind: 'passes' }>,
  { maskSeed, parameters }: Look,
): tf.Tensor | undefined {
  const [size] = tapShapes.dropout
  const fc1 = heard.get('fc1')
  const masks = new Float32Array(count * size)
  for (let at = 0; at < count; at++) {
    masks.set(
      shownDropoutMask(size, { keep, seed: maskSeed + (draw * count + at) * seedsBetweenPasses }),
      at * size,
    )
  }
  if (!fc1) return undefined
  const kept = tf.mul<tf.Tensor2D>(fc1, tf.tensor2d(masks, [count, size]))
  const weights = parameters['fc2/weights'] as tf.Tensor2D
  return tf.softmax(
    tf.add(tf.matMul(kept, weights.reshape([...tapShapes['fc2/weights']])), parameters['fc2/bias']),
  )
}

/** The image moved over a ground of zeros; what leaves it is lost. */
function shifted(imageHW: Float32Array, right: number, down: number): Float32Array {
  const moved = new Float32Array(pixelCount)
  for (let row = 0; row < imageSide; row++) {
    for (let column = 0; column < imageSide; column++) {
      const [y, x] = [row - down, column - right]
      const isInside = y >= 0 && y < imageSide && x >= 0 && x < imageSide
      if (isInside) moved[row * imageSide + column] = imageHW[y * imageSide + x]!
    }
  }
  return moved
}

const tracedTaps = ['input', 'pool1', 'pool2', 'fc1'] as const satisfies readonly TracedTap[]

/**
 * Value times derivative of the number traced, for every value of the taps on the way. A zero is added at each tap, and
 * the derivative by that zero is the derivative by the tap.
 */
function traced(
  imageHW: Float32Array,
  { start, unit }: { readonly start: 'fc1' | 'fc2'; readonly unit: number },
  { parameters }: Look,
): Map<TapName, tf.Tensor> {
  const end: TapName = start === 'fc1' ? 'fc1/pre' : 'fc2'
  const taps = tracedTaps.filter((tap) => start === 'fc2' || tap !== 'fc1')
  const values = new Map<TapName, tf.Tensor>()
  const zeros = taps.map((tap) => tf.zeros([1, ...tapShapes[tap]]))
  const derivatives = tf.grads((...added: tf.Tensor[]) => {
    let number: tf.Tensor | null = null
    forward(parameters, tf.tensor2d(imageHW, [1, pixelCount]), {
      dropoutMask: null,
      onTap(tap, tensor) {
        if (tap === end) number = tf.slice(tensor, [0, unit], [1, 1])
        const at = (taps as readonly TapName[]).indexOf(tap)
        if (at < 0) return tensor
        values.set(tap, tf.keep(tensor.clone()))
        return tf.add(tensor, added[at]!) as typeof tensor
      },
    })
    if (number === null) throw new Error(`The network reports no tap ${end}.`)
    return tf.sum(number)
  })(zeros)
  const contributions = new Map(
    taps.map((tap, at) => [tap, tf.mul(values.get(tap)!, derivatives[at]!)] as const),
  )
  for (const value of values.values()) value.dispose()
  return contributions
}
