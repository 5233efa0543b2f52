/** Sums over the rows of a matrix on WebGPU: the gradient of a bias, and the last step of a product in parts. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { sizeOf } from '../../math/plane.ts'
import type { Info, KernelFunction } from '../compose.ts'
import { run } from './program.ts'

/** A workgroup: neighbouring threads take neighbouring columns, which lie side by side in memory. */
const columnsPerGroup = 32
const lanes = 8
/** Rows that one workgroup adds up, 64 for each lane. */
const rowsPerGroup = 512

/**
 * result[part, column] = Σ over the part's rows of x[row, column]. Lane l adds up rows l, l + 8, l + 16, …; then the
 * lanes are added in pairs, the far half onto the near one.
 */
const code = `
var<workgroup> lanes : array<array<f32, ${columnsPerGroup}>, ${lanes}>;

fn main() {
  let column = workgroupId.x * ${columnsPerGroup}u + localId.x;
  let first = workgroupId.y * ${rowsPerGroup}u + localId.y;
  let end = min((workgroupId.y + 1u) * ${rowsPerGroup}u, u32(uniforms.rows));
  let columns = u32(uniforms.columns);
  var sum = 0.0;
  if (column < columns) {
    for (var row = first; row < end; row += ${lanes}u) { sum += x[row * columns + column]; }
  }
  lanes[localId.y][localId.x] = sum;
  for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (localId.y < half) { lanes[localId.y][localId.x] += lanes[localId.y + half][localId.x]; }
  }
  if (localId.y == 0u && column < columns) {
    result[workgroupId.y * columns + column] = lanes[0][localId.x];
  }
}`

/** Σ over the rows of `x`, read as a matrix of `columns` columns; as many passes as the number of rows needs. */
export function columnSum(backend: WebGPUBackend, x: Info, shape: number[]): Info {
  const columns = sizeOf(shape)
  const rows = sizeOf(x.shape) / columns
  const parts = Math.ceil(rows / rowsPerGroup)
  const sums = run(
    backend,
    {
      name: 'column sum',
      code,
      inputs: [{ name: 'x', info: x }],
      uniforms: [
        { name: 'rows', type: 'i32', value: rows },
        { name: 'columns', type: 'i32', value: columns },
      ],
      workgroupSize: [columnsPerGroup, lanes, 1],
      workgroups: [Math.ceil(columns / columnsPerGroup), parts, 1],
    },
    { shape: parts === 1 ? shape : [parts, columns] },
  )
  if (parts === 1) return sums
  const result = columnSum(backend, sums, shape)
  backend.disposeData(sums.dataId)
  return result
}

export const channelSumKernel: KernelFunction = ({ inputs, backend }) => {
  const { x } = inputs as { x: Info }
  return columnSum(backend as WebGPUBackend, x, [x.shape.at(-1) ?? 1])
}
