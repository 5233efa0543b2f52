import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createStaticServer, listen } from '../serve.mjs'
import { ensureBuilt } from './build.mjs'
import { PAGE_HEADERS } from './headers.mjs'
import { ensureInstalled } from './install.mjs'
import { openBrowser } from './open-browser.mjs'
import { PROJECT } from './paths.mjs'

const DEFAULT_PORT = 5173

const HELP = `npm start [-- options]

  --port N      the port to use (${DEFAULT_PORT}); where it is taken, the next free one
  --host NAME   the address to listen on (127.0.0.1: this machine alone; 0.0.0.0: the whole network)
  --no-open     do not open a browser
  --help        this text`

/** Installs, fetches the data, builds and serves, each only where it is missing. Ends with Ctrl-C. */
export async function start(args) {
  const options = readOptions(args)
  if (options.help) return console.log(HELP)
  await ensureInstalled()
  await getData()
  await ensureBuilt()
  const server = createStaticServer({ root: join(PROJECT, 'dist'), headers: PAGE_HEADERS })
  const port = await listen(server, { port: options.port, host: options.host })
  if (options.port !== 0 && port !== options.port)
    console.log(`Port ${options.port} is taken, so it is ${port}.`)
  const address = `http://localhost:${port}/`
  console.log(`\n  Faltwerk: ${address}\n\n  Ctrl-C ends it.`)
  endOnSignal(server)
  if (options.open) openBrowser(address)
}

function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: process.env.PORT ?? String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port wants a number from 0 to 65535, not "${values.port}".`)
  }
  return { port, host: values.host, open: !values['no-open'], help: values.help }
}

/** MNIST is welcome but not needed: without it the page makes its own digits. */
async function getData() {
  if (!existsSync(join(PROJECT, 'scripts', 'data.mjs'))) return
  try {
    const { ensureData } = await import('../data.mjs')
    await ensureData({ quiet: true })
  } catch (error) {
    console.log(`MNIST could not be fetched (${error.message}). The page uses its built-in digits.`)
  }
}

function endOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      console.log('')
      server.close()
      server.closeAllConnections()
    })
  }
}
