/** `npm start`: from a fresh clone to the page in a browser. See `npm start -- --help`. */
import { requireNode } from './lib/node-version.mjs'

requireNode()
const { start } = await import('./lib/start.mjs')
await start(process.argv.slice(2)).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
