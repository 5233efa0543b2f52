/** Adam on WebGPU: one pass over w, m, v and the gradient, in place. The formula stands in math/adam.ts. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { sizeOf } from '../../math/plane.ts'
import { type AdamAttributes, type AdamKernel, adamRates } from '../adam.ts'
import type { Info } from '../compose.ts'
import { shared } from '../identity.ts'
import { forgetReadValues, run, writable } from './program.ts'

const threads = 256
const mostWorkgroups = 65_535

/**
 * Each thread updates one weight; 256 neighbours make a workgroup, so that the four buffers are read and three written
 * in whole cache lines: 28 bytes a weight, which is what the update costs. `result` is w.
 */
const code = `
${writable('firstMoment', 1, 'f32')}
${writable('secondMoment', 2, 'f32')}

fn main() {
  let at = (workgroupId.y * numWorkgroups.x + workgroupId.x) * ${threads}u + localId.x;
  if (at >= u32(uniforms.length)) { return; }
  let g = gradient[at];
  let mean = uniforms.beta1 * firstMoment[at] + uniforms.rest1 * g;
  let square = uniforms.beta2 * secondMoment[at] + uniforms.rest2 * g * g;
  firstMoment[at] = mean;
  secondMoment[at] = square;
  result[at] -= uniforms.rate * mean / (sqrt(square * uniforms.squareCorrection) + uniforms.epsilon);
}`

export const adamKernel: AdamKernel = ({ inputs, backend, attrs }) => {
  const webgpu = backend as WebGPUBackend
  const { w, m, v, gradient } = inputs as Record<'w' | 'm' | 'v' | 'gradient', Info>
  const length = sizeOf(w.shape)
  const workgroups = Math.ceil(length / threads)
  const rows = Math.ceil(workgroups / mostWorkgroups)
  const rates = Object.entries(adamRates(attrs as AdamAttributes))
  run(
    webgpu,
    {
      name: 'adam',
      code,
      inputs: [
        { name: 'm', info: m },
        { name: 'v', info: v },
        { name: 'gradient', info: gradient },
      ],
      uniforms: [
        { name: 'length', type: 'i32', value: length },
        ...rates.map(([name, value]) => ({ name, type: 'f32' as const, value })),
      ],
      workgroupSize: [threads, 1, 1],
      workgroups: [Math.ceil(workgroups / rows), rows, 1],
    },
    { shape: w.shape },
    w,
  )
  return [w, m, v].map((info) => {
    forgetReadValues(webgpu, info)
    return shared(webgpu, info)
  })
}
