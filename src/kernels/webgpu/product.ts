/**
 * The matrix product on WebGPU that convolutions and fully connected layers are made of:
 *
 *   C[row, column] = Σ over k of A[row, k] · B[k, column]
 *
 * The matrices need not exist: two functions of the shader fetch what is asked for, so that a convolution's patches are
 * read from the images themselves. Everything is counted in fours, for a GPU moves four numbers as fast as one.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Info } from '../compose.ts'
import { columnSum } from './column-sum.ts'
import { componentsFor, store } from './matrices.ts'
import { type Input, type Output, run } from './program.ts'

/** What a workgroup computes: 64 rows by 32 columns, twice 4 × 4 in each of its 64 threads. */
const rowFours = 16
const columnFours = 8
const threads = (rowFours / 2) * columnFours
/** How much of k is in its fast memory at a time. */
const depth = 16
/** With fewer workgroups a GPU idles: then k is shared out among more of them, if each has a few depths to do. */
const enoughWorkgroups = 256
const fewestSteps = 4

export type Operand = {
  /** Defines `leftFour(four, k)`, four rows of A, or `rightFour(k, four)`, four columns of B. */
  readonly code: string
  /** Along which axis neighbours lie side by side in memory: neighbouring threads follow it. */
  readonly neighbours: 'k' | 'fours'
}

export type Product = {
  readonly name: string
  readonly constants: Readonly<Record<string, number>>
  readonly rows: number
  readonly columns: number
  /** How many values k takes. */
  readonly inner: number
  readonly left: Operand
  readonly right: Operand
  readonly inputs: readonly Input[]
}

/** The product with the given shape; k may be shared out among workgroups, whose sums are then added. */
export function product(backend: WebGPUBackend, wanted: Product, shape: number[]): Info {
  const { rows, columns, inner } = wanted
  const steps = Math.ceil(inner / depth)
  const tiles = Math.ceil(rows / (4 * rowFours)) * Math.ceil(columns / (4 * columnFours))
  const mostParts = Math.max(1, Math.floor(Math.min(enoughWorkgroups / tiles, steps / fewestSteps)))
  const stepsPerPart = Math.ceil(steps / mostParts)
  const parts = Math.ceil(steps / stepsPerPart)
  const code = `
${store('result', columns)}
fn write(part : u32, rowFour : u32, columnFour : u32, values : mat4x4<f32>) {
  let rows = u32(uniforms.rows);
  let row = 4u * rowFour;
  let first = part * rows + row;
  resultStore(first, columnFour, values[0]);
  if (row + 1u < rows) { resultStore(first + 1u, columnFour, values[1]); }
  if (row + 2u < rows) { resultStore(first + 2u, columnFour, values[2]); }
  if (row + 3u < rows) { resultStore(first + 3u, columnFour, values[3]); }
}`
  const output = { shape: parts === 1 ? shape : [parts, rows * columns], components: componentsFor(columns) }
  const sums = runTiles(backend, wanted, { code, stepsPerPart, parts, output })
  if (parts === 1) return sums
  const result = columnSum(backend, sums, shape)
  backend.disposeData(sums.dataId)
  return result
}

export type Tiles = {
  /** Defines `write(part, rowFour, columnFour, values)`, where values[i] is row 4·rowFour + i of C, four columns of it. */
  readonly code: string
  /** Part p adds up the values of k from p · `stepsPerPart` · depth on, all in one if it is not given. */
  readonly stepsPerPart?: number
  readonly parts?: number
  readonly output: Output
}

/** Computes C tile by tile and hands each 4 × 4 of it to `write`. */
export function runTiles(backend: WebGPUBackend, wanted: Product, tiles: Tiles): Info {
  const { name, constants, rows, columns, inner, left, right, inputs } = wanted
  const { parts = 1, stepsPerPart = Math.ceil(inner / depth), output } = tiles
  const workgroups = [columns / (4 * columnFours), rows / (4 * rowFours), parts].map(Math.ceil)
  if (Math.max(...workgroups) > 65_535) throw new Error('The batch is too large for one step on WebGPU.')
  const uniforms = Object.entries({ rows, columns, inner, steps: stepsPerPart })
  return run(
    backend,
    {
      name,
      constants,
      code: [left.code, right.code, tiles.code, tileCode(left, right)].join('\n'),
      inputs,
      uniforms: uniforms.map(([uniform, value]) => ({ name: uniform, type: 'i32', value })),
      workgroupSize: [columnFours, rowFours / 2, 1],
      workgroups: workgroups as [number, number, number],
    },
    output,
  )
}

/**
 * Each thread keeps 8 × 4 sums. Together the threads bring `depth` columns of A and rows of B into memory they share,
 * wait for each other, and multiply: a number of A is fetched once for 32 columns, one of B once for 64 rows.
 * The tiles are one four wider than needed, so that neighbours in k do not fall on the same memory bank.
 */
const tileCode = (left: Operand, right: Operand) => `
var<workgroup> leftTile : array<array<vec4<f32>, ${rowFours + 1}>, ${depth}>;
var<workgroup> rightTile : array<array<vec4<f32>, ${columnFours + 1}>, ${depth}>;

fn main() {
  let firstRow = workgroupId.y * ${rowFours}u;
  let firstColumn = workgroupId.x * ${columnFours}u;
  let inner = u32(uniforms.inner);
  var first = workgroupId.z * u32(uniforms.steps) * ${depth}u;
  var upper = mat4x4<f32>();
  var lower = mat4x4<f32>();
  for (var step = 0; step < uniforms.steps; step++) {
    for (var i = localIndex; i < ${rowFours * depth}u; i += ${threads}u) {
      ${placeOf(left, rowFours)}
      let isInside = first + k < inner && 4u * (firstRow + four) < u32(uniforms.rows);
      if (isInside) { leftTile[k][four] = leftFour(firstRow + four, first + k); }
      else { leftTile[k][four] = vec4<f32>(0.0); }
    }
    for (var i = localIndex; i < ${columnFours * depth}u; i += ${threads}u) {
      ${placeOf(right, columnFours)}
      let isInside = first + k < inner && 4u * (firstColumn + four) < u32(uniforms.columns);
      if (isInside) { rightTile[k][four] = rightFour(first + k, firstColumn + four); }
      else { rightTile[k][four] = vec4<f32>(0.0); }
    }
    workgroupBarrier();
    for (var k = 0u; k < ${depth}u; k++) {
      let b = rightTile[k][localId.x];
      let a = leftTile[k][localId.y];
      upper[0] += a.x * b;
      upper[1] += a.y * b;
      upper[2] += a.z * b;
      upper[3] += a.w * b;
      let c = leftTile[k][localId.y + ${rowFours / 2}u];
      lower[0] += c.x * b;
      lower[1] += c.y * b;
      lower[2] += c.z * b;
      lower[3] += c.w * b;
    }
    workgroupBarrier();
    first += ${depth}u;
  }
  let rowFour = firstRow + localId.y;
  let columnFour = firstColumn + localId.x;
  if (4u * columnFour >= u32(uniforms.columns)) { return; }
  if (4u * rowFour < u32(uniforms.rows)) { write(workgroupId.z, rowFour, columnFour, upper); }
  let lowerFour = rowFour + ${rowFours / 2}u;
  if (4u * lowerFour < u32(uniforms.rows)) { write(workgroupId.z, lowerFour, columnFour, lower); }
}`

const placeOf = ({ neighbours }: Operand, fours: number) =>
  neighbours === 'k'
    ? `let k = i % ${depth}u; let four = i / ${depth}u;`
    : `let four = i % ${fours}u; let k = i / ${fours}u;`
