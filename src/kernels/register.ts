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
    case 'webgl':
      return { Conv2DBackpropFilter: filterGradientKernel(backend) }
    default:
      return {}
  }
}

function replace(kernelName: string, backendName: string, kernel: KernelFunction): void {
  // Unregistering first keeps tfjs from warning about a kernel that is registered twice. The set-up stays: it binds
  // the stock kernel, on which ours may rest, to the backend's memory, anew each time the backend is opened.
  const stock = tf.getKernel(kernelName, backendName)
  if (stock) tf.unregisterKernel(kernelName, backendName)
  const kernelFunc = kernel as unknown as tf.KernelFunc
  tf.registerKernel({ ...stock, kernelName, backendName, kernelFunc })
}
