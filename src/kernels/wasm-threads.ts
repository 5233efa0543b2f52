/** How many threads the WASM backend is to use; pass the result to tfjs's `setThreadsCount` before setting the backend. */

/** tfjs starts eight threads in reserve; a ninth could only start while the program waits for it, for ever. */
const mostThreads = 8

/** One per logical core, one fewer when `gentle`, at least one. `logicalCores` is `navigator.hardwareConcurrency`. */
export function wasmThreadCount(logicalCores: number, { gentle }: { readonly gentle: boolean }): number {
  return Math.min(mostThreads, Math.max(1, logicalCores - (gentle ? 1 : 0)))
}
