/** The standard run, as a visitor starts it: 3,000 steps on MNIST, then all 10,000 test digits. */
import { waitForRun, withPage, withServer } from './lib.mjs'

export const title = 'Standard run'

export async function measure({ seed = 1, steps = 3000, backend = 'wasm' } = {}) {
  return withServer((address) =>
    withPage(async (page) => {
      await page.goto(`${address}#/en/accuracy?seed=${seed}&steps=${steps}&backend=${backend}`)
      const ready = await waitForRun(page, ({ status }) => status === 'ready', { timeoutMs: 120_000 })
      if (ready.source !== 'mnist')
        throw new Error('MNIST is not there: npm run data, or set FALTWERK_MNIST.')
      const startMs = Date.now()
      await page.getByRole('button', { name: 'Start training' }).click()
      let last = 0
      const end = await waitForRun(
        page,
        (state) => {
          const step = Number(state.step)
          if (step >= last + 500) {
            last = step - (step % 500)
            console.log(
              `  step ${state.step}: accuracy ${state.accuracy}, ${Math.round(Number(state.msPerStep))} ms per step`,
            )
          }
          return state.status === 'finished'
        },
        { timeoutMs: 80 * 60_000, everyMs: 1000 },
      )
      return {
        seed,
        steps: Number(end.step),
        backend: end.backend,
        threads: Number(end.threads),
        source: end.source,
        accuracy: Number(end.accuracy),
        testDigits: 10_000,
        seconds: Math.round((Date.now() - startMs) / 1000),
        msPerStep: Number(end.msPerStep),
      }
    }),
  )
}
