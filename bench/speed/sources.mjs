/** Serves the sources of the benchmark's own pages with Vite, beside MNIST and what is compiled for them. */
import { createReadStream, existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { createServer } from 'vite'
import { ISOLATION } from '../../scripts/lib/headers.mjs'
import { PROJECT } from '../../scripts/lib/paths.mjs'

const onnxFolder = join(PROJECT, 'node_modules', 'onnxruntime-web', 'dist')

/** ONNX Runtime is too large to be installed for everybody. Throws what to do where it is missing. */
export function requireOnnx() {
  if (existsSync(onnxFolder)) return
  throw new Error('not installed: npm install --no-save onnxruntime-web@1.30.0')
}

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
      answering('/bench-onnx/', (name, response, next) => sendFile(join(onnxFolder, name), response, next)),
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
        if (!/^[\w.-]+\.(gz|wasm|mjs)$/.test(name)) return next()
        // A script that becomes a worker of an isolated page must ask for isolation itself.
        for (const [header, value] of Object.entries(ISOLATION)) response.setHeader(header, value)
        answer(name, response, next)
      })
    },
  }
}

const types = { '.gz': 'application/gzip', '.mjs': 'text/javascript', '.wasm': 'application/wasm' }

function sendFile(path, response, next) {
  response.setHeader('Content-Type', types[extname(path)])
  createReadStream(path).on('error', next).pipe(response)
}

function sendBinary(binary, response, next) {
  if (!binary) return next()
  response.setHeader('Content-Type', types['.wasm'])
  response.end(binary)
}
