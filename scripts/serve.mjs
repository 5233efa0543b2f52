/** A server for a folder of files: what `npm start` runs and the end-to-end tests reuse. Node's own modules only. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

const MIME_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip', // the worker unpacks it; never as Content-Encoding
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The build puts a hash of the content into these names, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Everything else is asked for again and answered 304 while it is the same. */
const ASK_AGAIN = 'no-cache'

/**
 * A server (not listening yet) for the files under `root`, at the address `base`.
 *
 * `headers` go with every answer. `folders` serves other folders at addresses below the base, such as
 * `{ 'data/mnist/': '/home/me/mnist' }`. Nothing outside `root` and `folders` is ever sent.
 */
export function createStaticServer({ root, base = '/', headers = {}, folders = {} }) {
  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) refuse(response, 500)
      response.destroy(error)
    })
  })

  async function answer(request, response) {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, { Allow: 'GET, HEAD' })
    const path = decodedPath(request.url)
    if (path === null) return refuse(response, 400)
    if (`${path}/` === base) return refuse(response, 301, { Location: base })
    if (!path.startsWith(base)) return refuse(response, 404)
    const file = locate(path.slice(base.length))
    const stats = file && (await stat(file).catch(() => null))
    if (!stats?.isFile()) return refuse(response, 404)
    await sendFile({ request, response, file, stats, immutable: path.startsWith(`${base}assets/`) })
  }

  /** The file behind an address relative to the base; null where that would leave the served folders. */
  function locate(relative) {
    const wanted = relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative
    for (const [prefix, folder] of Object.entries(folders)) {
      if (wanted.startsWith(prefix)) return within(folder, wanted.slice(prefix.length))
    }
    return within(root, wanted)
  }
}

/** `folder/relative`, or null where `..` (or a backslash, on Windows) leads out of the folder. */
function within(folder, relative) {
  const top = resolve(folder)
  const file = resolve(join(top, relative))
  return file.startsWith(top + sep) ? file : null
}

/** The path of a request, decoded once; null for what is no path. */
function decodedPath(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0])
    return path.startsWith('/') && !path.includes('\0') ? path : null
  } catch {
    return null
  }
}

function refuse(response, status, headers = {}) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(`${status}\n`)
}

function sendFile({ request, response, file, stats, immutable }) {
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', immutable ? FOREVER : ASK_AGAIN)
  if (request.headers['if-none-match']?.includes(etag)) return response.writeHead(304).end()
  response.writeHead(200, {
    'Content-Type': MIME_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': stats.size,
  })
  if (request.method === 'HEAD') return response.end()
  return new Promise((done, failed) => {
    const stream = createReadStream(file)
    stream.on('error', failed)
    response.on('close', () => {
      stream.destroy() // also when the other side went away
      done()
    })
    stream.pipe(response)
  })
}

/**
 * Listens on `port`, or on the next free one of the following `attempts`; port 0 takes any. Resolves to the port.
 */
export async function listen(server, { port, host = '127.0.0.1', attempts = 50 }) {
  for (let candidate = port; candidate < Math.min(port + attempts, 65536); candidate++) {
    if (await listensOn(server, candidate, host)) return server.address().port
  }
  throw new Error(`No free port between ${port} and ${Math.min(port + attempts, 65536) - 1}.`)
}

/** True when it listens now, false when the port is taken or needs rights we do not have. */
function listensOn(server, port, host) {
  return new Promise((done, failed) => {
    const onError = (error) => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false)
      else failed(error)
    }
    const onListening = () => {
      server.off('error', onError)
      done(true)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, host)
  })
}
