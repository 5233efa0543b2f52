/** Beyond this the threads of one training step find too little to share. */
const mostThreads = 8

/** One thread per logical core, one fewer when `gentle`, at least one. `logicalCores` is `navigator.hardwareConcurrency`. */
export function wasmThreadCount(logicalCores: number, { gentle }: { readonly gentle: boolean }): number {
  return Math.min(mostThreads, Math.max(1, logicalCores - (gentle ? 1 : 0)))
}
