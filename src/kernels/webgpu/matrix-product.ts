/** `BatchMatMul` of two matrices on WebGPU: a fully connected layer and its gradients. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { sizeOf } from '../../math/plane.ts'
import type { Info, KernelFunction } from '../compose.ts'
import { across, componentsFor } from './matrices.ts'
import { type Operand, product } from './product.ts'

/** Four numbers of a matrix stored by rows of `length`: they lie side by side if the fours run along its rows. */
function operand(fetch: 'leftFour' | 'rightFour', name: string, length: number, isAcross: boolean): Operand {
  const parameters = fetch === 'leftFour' ? 'four : u32, k : u32' : 'k : u32, four : u32'
  const head = `fn ${fetch}(${parameters}) -> vec4<f32> {`
  if (isAcross) {
    const code = `${across(name, length)}\n${head} return ${name}Across(k, four); }`
    return { code, neighbours: 'fours' }
  }
  // A row past the edge is some number of the buffer: nobody writes what comes of it.
  const elements = [0, 1, 2, 3].map((i) => `${name}[(4u * four + ${i}u) * ${length}u + k]`)
  return { code: `${head} return vec4<f32>(${elements.join(', ')}); }`, neighbours: 'k' }
}

/** More than one matrix at a time goes to `stock`. */
export const matrixProductKernel =
  (stock: KernelFunction): KernelFunction =>
  (args) => {
    const { a, b } = args.inputs as { a: Info; b: Info }
    const { transposeA = false, transposeB = false } = args.attrs as {
      transposeA?: boolean
      transposeB?: boolean
    }
    const [aRows = 1, aColumns = 1] = a.shape.slice(-2)
    const [bRows = 1, bColumns = 1] = b.shape.slice(-2)
    const isOne = sizeOf(a.shape) === aRows * aColumns && sizeOf(b.shape) === bRows * bColumns
    if (!isOne || a.shape.length !== b.shape.length) return stock(args)
    const rows = transposeA ? aColumns : aRows
    const columns = transposeB ? bRows : bColumns
    const shape = [...a.shape.slice(0, -2), rows, columns]
    const wanted = {
      name: `matrix product ${transposeA} ${transposeB}`,
      constants: { aColumns, bColumns },
      rows,
      columns,
      inner: transposeA ? aRows : aColumns,
      left: operand('leftFour', 'a', aColumns, transposeA),
      right: operand('rightFour', 'b', bColumns, !transposeB),
      inputs: [
        { name: 'a', info: a, components: transposeA ? componentsFor(aColumns) : 1 },
        { name: 'b', info: b, components: transposeB ? 1 : componentsFor(bColumns) },
      ],
    } as const
    return product(args.backend as WebGPUBackend, wanted, shape)
  }
