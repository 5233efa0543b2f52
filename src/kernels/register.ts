/** Adds to a tfjs backend what it lacks, and replaces what it does slowly. */
import * as tf from '@tensorflow/tfjs'
import { type KernelFunction, kernelFunction } from './compose.ts'
import { filterGradientKernel, inputGradientKernel } from './convolution-gradients.ts'
import { sharedIdentityKernel } from './identity.ts'
import { matrixProductKernel } from './matrix-product.ts'
import { maxPoolGradientKernel } from './max-pool-gradient.ts'

const registered = new Set<string>()

/** `backend` is tfjs's name for it. Call once it is set and ready; calling again changes nothing. */
export function registerKernels(backend: string): void {
  if (registered.has(backend)) return
  registered.add(backend)
  for (const [kernelName, kernel] of Object.entries(ownKernels(backend))) replace(kernelName, backend, kernel)
}

function ownKernels(backend: string): Record<string, KernelFunction> {
  switch (backend) {
    case 'wasm': {
      const stock = (kernelName: string) => kernelFunction(kernelName, backend)
      return {
        Conv2DBackpropFilter: filterGradientKernel(backend),
        Conv2DBackpropInput: inputGradientKernel(backend, stock('Conv2DBackpropInput')),
        BatchMatMul: matrixProductKernel(backend, stock('BatchMatMul')),
        Identity: sharedIdentityKernel,
        MaxPoolGrad: maxPoolGradientKernel(stock('MaxPoolGrad')),
      }
    }
    // Their own filter gradient adds up one output value serially: 39,200 products for conv1.
    case 'webgl':
    case 'webgpu':
      return { Conv2DBackpropFilter: filterGradientKernel(backend) }
    default:
      return {}
  }
}

function replace(kernelName: string, backendName: string, kernel: KernelFunction): void {
  const stock = tf.getKernel(kernelName, backendName)
  // Unregistering first keeps tfjs from warning about a kernel that is registered twice.
  if (stock) tf.unregisterKernel(kernelName, backendName)
  // What is left of the stock kernel is its set-up, which its function needs each time the backend is started anew.
  tf.registerKernel({ ...stock, kernelName, backendName, kernelFunc: kernel as unknown as tf.KernelFunc })
}
