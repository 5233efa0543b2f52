/** Adds to a tfjs backend what it lacks, and replaces what it does slowly. */
import * as tf from '@tensorflow/tfjs'
import { composedAdamKernel } from './adam.ts'
import { type Info, type KernelFunction, kernelFunction } from './compose.ts'
import { filterGradientKernel, inputGradientKernel } from './convolution-gradients.ts'
import {
  composedChannelSumKernel,
  composedLayerGradientKernel,
  composedLayerKernel,
} from './convolution-layer.ts'
import { sharedIdentityKernel } from './identity.ts'
import { maxPoolGradientKernel } from './max-pool-gradient.ts'
import { adamKernel } from './wasm/adam.ts'
import * as own from './wasm/kernels.ts'
import { channelSumKernel, layerGradientKernel, layerKernel } from './wasm/layer.ts'
import { adamKernel as webglAdamKernel } from './webgl/adam.ts'
import { layerGradientKernel as webglLayerGradientKernel } from './webgl/layer-gradient.ts'
import { adamKernel as webgpuAdamKernel } from './webgpu/adam.ts'
import { channelSumKernel as webgpuChannelSumKernel } from './webgpu/column-sum.ts'
import * as webgpuConvolution from './webgpu/convolution.ts'
import * as webgpuLayer from './webgpu/layer.ts'
import { matrixProductKernel } from './webgpu/matrix-product.ts'

type AnyKernel = (args: Parameters<KernelFunction>[0]) => Info | Info[]

const registered = new Set<string>()

/** `backend` is tfjs's name for it. Call once it is set and ready; calling again changes nothing. */
export function registerKernels(backend: string): void {
  if (registered.has(backend)) return
  registered.add(backend)
  for (const [kernelName, kernel] of Object.entries(kernelsFor(backend))) replace(kernelName, backend, kernel)
}

function kernelsFor(backend: string): Record<string, AnyKernel> {
  const stock = (kernelName: string) => kernelFunction(kernelName, backend)
  const composed = {
    ConvolutionLayer: composedLayerKernel(backend),
    ConvolutionLayerGradient: composedLayerGradientKernel(backend),
    ChannelSum: composedChannelSumKernel(backend),
    AdamUpdate: composedAdamKernel(backend),
  }
  switch (backend) {
    case 'wasm':
      return {
        Identity: sharedIdentityKernel,
        Conv2D: own.convolutionKernel(stock('Conv2D')),
        // tfjs has no filter gradient here at all; without SIMD it is made of convolutions.
        Conv2DBackpropFilter: own.filterGradientKernel(filterGradientKernel(backend)),
        Conv2DBackpropInput: own.inputGradientKernel(
          inputGradientKernel(backend, stock('Conv2DBackpropInput')),
        ),
        MaxPoolGrad: maxPoolGradientKernel(stock('MaxPoolGrad')),
        BatchMatMul: own.matrixProductKernel(stock('BatchMatMul')),
        ConvolutionLayer: layerKernel(composed.ConvolutionLayer),
        ConvolutionLayerGradient: layerGradientKernel(composed.ConvolutionLayerGradient),
        ChannelSum: channelSumKernel(composed.ChannelSum),
        AdamUpdate: adamKernel(composed.AdamUpdate),
      }
    case 'webgl':
      return {
        ...composed,
        // Its own filter gradient adds up one output value serially: 39,200 products for conv1.
        Conv2DBackpropFilter: filterGradientKernel(backend),
        ConvolutionLayerGradient: webglLayerGradientKernel,
        AdamUpdate: webglAdamKernel,
      }
    case 'webgpu':
      return {
        Conv2DBackpropFilter: webgpuConvolution.filterGradientKernel,
        Conv2DBackpropInput: webgpuConvolution.inputGradientKernel(stock('Conv2DBackpropInput')),
        BatchMatMul: matrixProductKernel(stock('BatchMatMul')),
        ConvolutionLayer: webgpuLayer.layerKernel,
        ConvolutionLayerGradient: webgpuLayer.layerGradientKernel,
        ChannelSum: webgpuChannelSumKernel,
        AdamUpdate: webgpuAdamKernel,
      }
    default:
      return composed
  }
}

function replace(kernelName: string, backendName: string, kernel: AnyKernel): void {
  const stock = tf.getKernel(kernelName, backendName)
  // Unregistering first keeps tfjs from warning about a kernel that is registered twice.
  if (stock) tf.unregisterKernel(kernelName, backendName)
  // What is left of the stock kernel is its set-up, which its function needs each time the backend is started anew.
  tf.registerKernel({ ...stock, kernelName, backendName, kernelFunc: kernel as unknown as tf.KernelFunc })
}
