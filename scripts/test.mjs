/** `npm test`: all tests, from a fresh clone. `-- --checks` adds the stages of `npm run check`. */
import { requireNode } from './lib/node-version.mjs'

requireNode()
const { test } = await import('./lib/test.mjs')
await test({ checks: process.argv.includes('--checks') })
