/** Sums over the rows of a matrix on WebGPU: the gradient of a bias, and the last step of a product in parts. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { sizeOf } from '../../math/plane.ts'
import type { Info, KernelFunction } from '../compose.ts'
import { run } from './program.ts'

/** Threads of a workgroup; neighbours take neighbouring columns, which lie side by side in memory. */
const threads = 256
/** Of many rows a workgroup adds up 512, in 8 lanes; few rows are one thread's work for each column. */
const rowsPerGroup = 512
const manyRows = 64

/**
 * result[part, column] = Σ over the part's rows of x[row, column]. Lane l adds up rows l, l + lanes, l + 2·lanes, …; then
 * the lanes are added in pairs, the far half onto the near one.
 */
const code = (lanes: number) => `
var<workgroup> laneSums : array<array<f32, ${threads / lanes}>, ${lanes}>;

fn main() {
  let column = workgroupId.x * ${threads / lanes}u + localId.x;
  let columns = u32(uniforms.columns);
  let end = min((workgroupId.y + 1u) * ${rowsPerGroup}u, u32(uniforms.rows));
  var sum = 0.0;
  if (column < columns) {
    for (var row = workgroupId.y * ${rowsPerGroup}u + localId.y; row < end; row += ${lanes}u) {
      sum += x[row * columns + column];
    }
  }
  ${lanes === 1 ? '' : addLanes(lanes)}
  if (localId.y == 0u && column < columns) {
    result[workgroupId.y * columns + column] = ${lanes === 1 ? 'sum' : 'laneSums[0][localId.x]'};
  }
}`

const addLanes = (lanes: number) => `
  laneSums[localId.y][localId.x] = sum;
  for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (localId.y < half) { laneSums[localId.y][localId.x] += laneSums[localId.y + half][localId.x]; }
  }`

/** Σ over the rows of `x`, read as a matrix of `columns` columns; as many passes as the number of rows needs. */
export function columnSum(backend: WebGPUBackend, x: Info, shape: number[]): Info {
  const columns = sizeOf(shape)
  const rows = sizeOf(x.shape) / columns
  const parts = Math.ceil(rows / rowsPerGroup)
  const lanes = rows < manyRows ? 1 : 8
  const sums = run(
    backend,
    {
      name: `column sum in ${lanes}`,
      code: code(lanes),
      inputs: [{ name: 'x', info: x }],
      uniforms: [
        { name: 'rows', type: 'i32', value: rows },
        { name: 'columns', type: 'i32', value: columns },
      ],
      workgroupSize: [threads / lanes, lanes, 1],
      workgroups: [Math.ceil((columns * lanes) / threads), parts, 1],
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
