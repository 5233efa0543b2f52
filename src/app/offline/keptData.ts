import { dataCacheName } from '../../data/mnist.ts'
import type { DataSource } from '../../protocol/messages.ts'

const MNIST_FILES = 4
const PATIENCE_MS = 30_000
const POLL_MS = 500

/**
 * Whether the next visit finds its data without a network. The built-in digits are part of the program; files of
 * the user are never kept, the next visit starts without them. MNIST counts once all four files are kept, which
 * the worker does in its own time: false after 30 s without them (no space left, or storage switched off).
 */
export async function dataIsKept(source: DataSource): Promise<boolean> {
  if (source !== 'mnist') return true
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; ) {
    if ((await keptFiles()) >= MNIST_FILES) return true
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return false
}

async function keptFiles(): Promise<number> {
  if (!(await caches.has(dataCacheName))) return 0
  const cache = await caches.open(dataCacheName)
  // A host may carry this page twice, under two paths; the cache is one for both.
  const ours = new URL('data/', document.baseURI).href
  return (await cache.keys()).filter(({ url }) => url.startsWith(ours)).length
}
