/** How many threads the WASM backend computes with. It can only be said before the backend starts. */

/** tfjs keeps eight threads in reserve; a further one could only start while the program waits for it, for ever. */
const mostThreads = 8

/** One per logical core, one fewer when `gentle`, at least one. `logicalCores` is `navigator.hardwareConcurrency`. */
export function wasmThreadCount(logicalCores: number, { gentle }: { readonly gentle: boolean }): number {
  return Math.min(mostThreads, Math.max(1, logicalCores - (gentle ? 1 : 0)))
}

/**
 * Runs `start`, which sets the backend (`() => tf.setBackend('wasm')`), so that it gets `threads` threads on a
 * cross-origin isolated page. `wasm` is the module '@tensorflow/tfjs-backend-wasm'. The backend never takes more than
 * half of the logical cores it sees, whatever `setThreadsCount` was told: so it is shown twice as many while it starts.
 */
export async function startWithThreads<T>(
  wasm: { readonly setThreadsCount: (threads: number) => void },
  threads: number,
  start: () => Promise<T>,
): Promise<T> {
  wasm.setThreadsCount(threads)
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * threads, configurable: true })
  try {
    return await start()
  } finally {
    // Uncovers the true number, which the browser keeps in the prototype.
    Reflect.deleteProperty(navigator, 'hardwareConcurrency')
  }
}
