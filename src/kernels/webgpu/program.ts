/** A compute shader of ours, run by tfjs's WebGPU backend: it compiles, caches, binds and queues it like its own. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Info } from '../compose.ts'

export type Size3 = [number, number, number]

export type Input = {
  /** What the buffer is called in the shader. */
  readonly name: string
  readonly info: Info
  /** How many numbers an element of the array holds in the shader: `array<f32>` or `array<vec4<f32>>`. */
  readonly components?: 1 | 4
}

export type Uniform = { readonly name: string; readonly type: 'i32' | 'f32'; readonly value: number }

export type Shader = {
  /** Of the kernel. With `constants` it names the compiled pipeline: equal names must mean equal code. */
  readonly name: string
  /** Sizes written into the code, so that the compiler can turn divisions by them into multiplications. */
  readonly constants?: Readonly<Record<string, number>>
  /** Defines `main()`, which finds `workgroupId` and `localId` as globals and writes to the array `result`. */
  readonly code: string
  readonly inputs: readonly Input[]
  /** In the order in which they lie in memory; all are scalars. */
  readonly uniforms: readonly Uniform[]
  readonly workgroupSize: Size3
  /** Workgroups in each direction, at most 65,535. */
  readonly workgroups: Size3
}

export type Output = { readonly shape: number[]; readonly components?: 1 | 4 }

/** Queues the shader; its result is new, or with `onto` replaces the values of a tensor that already exists. */
export function run(backend: WebGPUBackend, shader: Shader, output: Output, onto?: Info): Info {
  const constants = Object.entries(shader.constants ?? {})
  const uniforms = shader.uniforms.map(({ name, type }) => `${name} : ${type},`).join(' ')
  const program = {
    variableNames: shader.inputs.map(({ name }) => name),
    variableComponents: shader.inputs.map(({ components }) => components ?? 1),
    outputShape: output.shape,
    outputComponent: output.components ?? 1,
    uniforms,
    shaderKey: `faltwerk ${shader.name} ${constants.map(([name, value]) => `${name}=${value}`).join()}`,
    workgroupSize: shader.workgroupSize,
    dispatch: shader.workgroups,
    // Two directions tell tfjs to call `main()` without an index: ours read where they are themselves.
    dispatchLayout: { x: [0], y: [1] },
    getUserCode: () =>
      [...constants.map(([name, value]) => `const ${name} = ${value};`), shader.code].join('\n'),
  }
  const values = shader.uniforms.map(({ type, value }) => ({
    type: type === 'i32' ? 'int32' : 'float32',
    data: [value],
  }))
  const infos = shader.inputs.map(({ info }) => info)
  return backend.runWebGPUProgram(program, infos, 'float32', values, onto)
}

/**
 * Another name for an input's buffer, to write to: tfjs declares one array for results, some of our shaders have several.
 * Only the names a shader uses count, so it must not use the input's own name. `binding` is 1 for the first input.
 */
export const writable = (name: string, binding: number, type: string) =>
  `@group(0) @binding(${binding}) var<storage, read_write> ${name} : array<${type}>;`

/** Says that a tensor's values on the GPU are new: tfjs keeps those it has read once, and would answer with them. */
export function forgetReadValues(backend: WebGPUBackend, { dataId }: Info): void {
  // tfjs clears them in the same way; only its types, made without strict null checks, do not say so.
  const data: { values: unknown } = backend.tensorMap.get(dataId)
  data.values = null
}
