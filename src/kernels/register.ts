/** Adds to a tfjs backend what it lacks, and replaces what it does slowly. */
import type { BackendName } from '../protocol/messages.ts'

/** Call once per backend after it was set and is ready. Calling again changes nothing. */
export function registerKernels(backend: BackendName): void {
  throw new Error(`not written yet: ${backend}`)
}
