/** Hands each call to a worker and the answer back to whoever drives the page. */
import type { Call } from './worker.ts'

declare global {
  interface Window {
    ask: (call: Call) => Promise<unknown>
  }
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

window.ask = (call) =>
  new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start.'))
    worker.onmessage = ({ data }) => {
      if ('problem' in data) reject(new Error(data.problem))
      else resolve(data.answer)
    }
    worker.postMessage(call)
  })
