/** Serves the sources of the benchmark's own pages with Vite, beside MNIST and what is compiled for them. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { ISOLATION } from '../../scripts/lib/headers.mjs'

/** Calls `use(address)`. `binaries` are WASM modules by the name under which `/bench-product/` has them. */
export async function withSources(use, { mnist, binaries }) {
  const server = await createServer({
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench-speed',
    optimizeDeps: {
      include: [
        '@tensorflow/tfjs',
        '@tensorflow/tfjs-backend-wasm',
        '@tensorflow/tfjs-backend-webgpu',
        '@jax-js/jax',
        'convnetjs',
      ],
      entries: [],
    },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, headers: ISOLATION },
    plugins: [
      answering('/bench-mnist/', (name, response, next) => sendFile(join(mnist, name), response, next)),
      answering('/bench-product/', (name, response, next) => sendBinary(binaries[name], response, next)),
    ],
  })
  await server.listen()
  try {
    return await use(`http://127.0.0.1:${server.httpServer.address().port}/`)
  } finally {
    await server.close()
  }
}

function answering(prefix, answer) {
  return {
    name: `bench:${prefix}`,
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = request.url?.startsWith(prefix) ? request.url.slice(prefix.length).split('?')[0] : ''
        if (/^[\w-]+\.(gz|wasm)$/.test(name)) answer(name, response, next)
        else next()
      })
    },
  }
}

function sendFile(path, response, next) {
  response.setHeader('Content-Type', 'application/gzip')
  createReadStream(path).on('error', next).pipe(response)
}

function sendBinary(binary, response, next) {
  if (!binary) return next()
  response.setHeader('Content-Type', 'application/wasm')
  response.end(binary)
}
