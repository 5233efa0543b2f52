/** Hands the work to a worker and its result to whoever drives the page. */
type Options = { readonly seed: number; readonly steps: number }

declare global {
  interface Window {
    trainOnBuiltIn: (options: Options) => Promise<unknown>
  }
}

window.trainOnBuiltIn = (options) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessage = ({ data }) => {
      if (data.type === 'result') resolve(data.result)
      else console.log(data.text)
    }
    worker.postMessage(options)
  })
