/** How fast this page can multiply matrices at all. On WASM the threads run at the same time, each on numbers of its own. */
import type { Contender } from './contender.ts'
import { openGpuProducts } from './gpuProduct.mjs'
import type { ProductCall, ProductResult } from './productThread.ts'

export const open = (backend: string): Promise<Contender> =>
  backend === 'webgpu' ? onWebgpu() : onWasm(navigator.hardwareConcurrency)

async function onWasm(threads: number): Promise<Contender> {
  const products: { readonly kind: string; readonly call: Omit<ProductCall, 'ms'> }[] = []
  const missing: string[] = []
  for (const build of ['plain SIMD', 'relaxed FMA'] as const) {
    const response = await fetch(`${self.location.origin}/bench-product/${build.split(' ')[0]}.wasm`)
    try {
      const module = await WebAssembly.compile(await response.arrayBuffer())
      for (const { name, kind } of WebAssembly.Module.exports(module)) {
        const call = { module, name }
        if (kind === 'function') products.push({ kind: `${name.replace('product', '')}, ${build}`, call })
      }
    } catch (error) {
      missing.push(`${build}: ${String(error)}`)
    }
  }
  const workers = Array.from({ length: threads }, startThread)
  const measure = async (count: number, call: ProductCall) => {
    const results = await Promise.all(workers.slice(0, count).map((thread) => thread(call)))
    return results.reduce((sum, { flop, ms }) => sum + flop / ms / 1e6, 0)
  }
  return {
    prepared: { threads, missing: missing.join('; ') },
    async turn({ mostMs }) {
      const counts = [...new Set([1, threads])]
      const ms = mostMs / counts.length / products.length
      const rates = []
      for (const { kind, call } of products) {
        for (const count of counts) {
          rates.push({ kind, threads: count, gflops: await measure(count, { ...call, ms }) })
        }
      }
      return rates
    },
    finish: async () => null,
  }
}

function startThread(): (call: ProductCall) => Promise<ProductResult> {
  const worker = new Worker(new URL('./productThread.ts', import.meta.url), { type: 'module' })
  return (call) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ProductResult>) => resolve(data)
      worker.onerror = (event) => reject(new Error(event.message))
      worker.postMessage(call)
    })
}

async function onWebgpu(): Promise<Contender> {
  const products = await openGpuProducts()
  return {
    prepared: { threads: 1 },
    async turn({ mostMs }) {
      const rates = []
      for (const { name, multiply } of products) {
        const startMs = performance.now()
        let flop = 0
        do flop += await multiply()
        while (performance.now() - startMs < mostMs / products.length)
        const gflops = flop / (performance.now() - startMs) / 1e6
        rates.push({ kind: `WGSL, ${name}`, threads: 1, gflops })
      }
      return rates
    },
    finish: async () => null,
  }
}
