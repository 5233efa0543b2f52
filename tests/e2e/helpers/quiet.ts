/** The watching `test`, and one thing more: an error in the console fails a test too. */
import { test as watching } from './test.ts'

export { expect } from '@playwright/test'

/** Without MNIST on the server the browser itself writes one line for the answer 404; nobody can prevent that. */
const isMissingMnist = (address: string) => address.includes('/data/mnist/')

export const test = watching.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, watch }, use) => {
      context.on('console', (message) => {
        if (message.type() !== 'error' || isMissingMnist(message.location().url)) return
        watch.faults.push(`console: ${message.text()}`)
      })
      await use(undefined)
    },
    { auto: true },
  ],
})
