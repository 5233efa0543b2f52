/** Long computations in the worker, cut into slices, so that messages are handled between them. */

/** Longest slice of computing before others get their turn. */
export const sliceMs = 20

/**
 * Lets every waiting message and timer have its turn. A message channel comes back at once, where `setTimeout` would
 * wait at least 4 ms each time.
 */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
