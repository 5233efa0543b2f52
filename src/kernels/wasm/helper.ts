/** A helper: waits for jobs in shared memory until its worker is ended. */
import { type KernelExports, kernelImports } from './jobs.ts'
import type { HelperOrder } from './open.ts'

self.onmessage = async ({ data }: MessageEvent<HelperOrder>) => {
  const { module, memory, board, thread } = data
  const instance = await WebAssembly.instantiate(module, kernelImports(memory))
  const { help } = instance.exports as unknown as KernelExports
  self.postMessage('begins')
  help(board, thread)
}
