/** Every kernel that `src/kernels` replaces or adds, on odd shapes, against tfjs's own operations on its cpu backend. */
import * as tf from '@tensorflow/tfjs'
import { createRandom, derive, normal } from '../../src/math/random.ts'
import { operationCases } from './operation-cases.ts'

export type Case = {
  readonly title: string
  readonly shapes: readonly number[][]
  readonly compute: Compute
  /** What it should be, on the cpu backend, where `compute` itself is no measure of the truth. */
  readonly expected?: Compute
}
type Compute = (...tensors: tf.Tensor[]) => tf.Tensor

/** x [n,h,w,c] and filter [side,side,c,o] through one of the two gradients of a convolution. */
function convolutionCase(
  n: number,
  h: number,
  w: number,
  c: number,
  o: number,
  side: number,
  pad: 'same' | 'valid',
): Case[] {
  const rows = pad === 'same' ? h : h - side + 1
  const columns = pad === 'same' ? w : w - side + 1
  const title = `${n}×${h}×${w}×${c} by ${side}×${side} to ${o}, ${pad}`
  const filterShape: [number, number, number, number] = [side, side, c, o]
  const gradientOf =
    (which: 'x' | 'filter'): Compute =>
    (x, filter, dy) => {
      const at = which === 'x' ? x! : filter!
      const f = (variable: tf.Tensor) =>
        which === 'x'
          ? tf.conv2d(variable as tf.Tensor4D, filter as tf.Tensor4D, 1, pad)
          : tf.conv2d(x as tf.Tensor4D, variable as tf.Tensor4D, 1, pad)
      return tf.grad(f)(at, dy)
    }
  const shapes = [[n, h, w, c], [...filterShape], [n, rows, columns, o]]
  return [
    { title: `Conv2DBackpropInput ${title}`, shapes, compute: gradientOf('x') },
    { title: `Conv2DBackpropFilter ${title}`, shapes, compute: gradientOf('filter') },
  ]
}

function productCase(batch: number[], m: number, k: number, n: number): Case[] {
  const flags = [false, true]
  return flags.flatMap((transposeA) =>
    flags.map((transposeB) => ({
      title: `BatchMatMul [${batch}] ${m}×${k}×${n}${transposeA ? ' aᵀ' : ''}${transposeB ? ' bᵀ' : ''}`,
      shapes: [
        [...batch, ...(transposeA ? [k, m] : [m, k])],
        [...batch, ...(transposeB ? [n, k] : [k, n])],
      ],
      compute: (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b, transposeA, transposeB),
    })),
  )
}

function poolingCase(n: number, h: number, w: number, c: number): Case {
  return {
    title: `MaxPoolGrad ${n}×${h}×${w}×${c}`,
    shapes: [
      [n, h, w, c],
      [n, Math.floor(h / 2), Math.floor(w / 2), c],
    ],
    compute: (x, dy) => tf.grad((at: tf.Tensor) => tf.maxPool(at as tf.Tensor4D, 2, 2, 'valid'))(x, dy),
  }
}

const cases: readonly Case[] = [
  ...convolutionCase(1, 28, 28, 1, 32, 5, 'same'),
  ...convolutionCase(1, 14, 14, 32, 64, 5, 'same'),
  ...convolutionCase(3, 7, 5, 3, 2, 3, 'same'),
  ...convolutionCase(2, 5, 9, 1, 7, 5, 'same'),
  ...convolutionCase(5, 6, 4, 2, 3, 1, 'same'),
  ...convolutionCase(2, 8, 7, 3, 5, 4, 'same'),
  ...convolutionCase(3, 9, 8, 2, 3, 3, 'valid'),
  ...productCase([], 1, 7, 5),
  ...productCase([], 13, 50, 9),
  ...productCase([3], 4, 5, 6),
  poolingCase(1, 28, 28, 3),
  poolingCase(3, 6, 10, 5),
  poolingCase(2, 7, 5, 3),
  ...operationCases,
]

/** The relative error of each case whose title begins with `part`; `measure` compares values with the expected ones. */
export async function compareKernels(
  backend: string,
  measure: (actual: ArrayLike<number>, expected: ArrayLike<number>) => number,
  part = '',
): Promise<Record<string, number>> {
  const errors: Record<string, number> = {}
  for (const { title, shapes, compute, expected = compute } of cases) {
    if (!title.startsWith(part)) continue
    const random = createRandom(derive(1, title))
    const inputs = shapes.map((shape) =>
      Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => normal(random)),
    )
    const on = async (name: string, what: Compute) => {
      await tf.setBackend(name)
      const before = tf.memory().numTensors
      const result = tf.tidy(() => what(...inputs.map((values, at) => tf.tensor(values.slice(), shapes[at]))))
      const values = Float32Array.from(await result.data())
      result.dispose()
      if (tf.memory().numTensors !== before) throw new Error(`${title} leaves tensors behind on ${name}.`)
      return values
    }
    errors[title] = measure(await on(backend, compute), await on('cpu', expected))
  }
  await tf.setBackend(backend)
  return errors
}
