/** A fragment shader of ours, run by tfjs's WebGL backend: it compiles, caches and queues it like its own. */
import type { Info } from '../compose.ts'

/** What we use of tfjs's `MathBackendWebGL`, a package that only comes along with `@tensorflow/tfjs`. */
type WebglBackend = {
  runWebGLProgram(program: object, inputs: Info[], dtype: 'float32', uniforms: number[][]): Info
}

export type Shader = {
  readonly inputs: Readonly<Record<string, Info>>
  readonly shape: number[]
  /** Numbers that change from run to run; what is written into the code is compiled anew when it changes. */
  readonly uniforms?: Readonly<Record<string, number>>
  readonly code: string
}

/**
 * Every texel of input and output holds 2 × 2 numbers of the last two axes, in reading order: for [n, h, w, c] those of
 * two columns and two channels. An input `A` is read with `getA(…)` at even positions or with `getAAtOutCoords()`.
 */
export function run(backend: unknown, { inputs, shape, uniforms = {}, code }: Shader): Info {
  const program = {
    variableNames: Object.keys(inputs),
    outputShape: shape,
    packedInputs: true,
    packedOutput: true,
    customUniforms: Object.keys(uniforms).map((name) => ({ name, type: 'float' })),
    userCode: code,
  }
  const values = Object.values(uniforms).map((value) => [value])
  return (backend as WebglBackend).runWebGLProgram(program, Object.values(inputs), 'float32', values)
}
