/** What a network reads that has never seen MNIST: 3,000 steps on the built-in digits, then MNIST's 10,000 test digits. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { ISOLATION } from '../scripts/lib/headers.mjs'
import { mnistFolder, withPage } from './lib.mjs'

export const title = 'Built-in digits'

export async function measure({ seed = 1, steps = 3000 } = {}) {
  const mnist = mnistFolder()
  if (!mnist) throw new Error('MNIST is not there: npm run data, or set FALTWERK_MNIST.')
  const server = await createServer({
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench',
    optimizeDeps: { include: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'], entries: [] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, headers: ISOLATION },
    plugins: [serveFolder('/bench-mnist/', mnist)],
  })
  await server.listen()
  try {
    return await withPage(async (page) => {
      page.on('console', (message) => console.log(`  ${message.text()}`))
      await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/bench/built-in-digits/page.html`)
      await page.waitForFunction(() => 'trainOnBuiltIn' in window)
      return page.evaluate((options) => window.trainOnBuiltIn(options), { seed, steps })
    })
  } finally {
    await server.close()
  }
}

function serveFolder(prefix, folder) {
  return {
    name: 'bench:folder',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = request.url?.startsWith(prefix) ? request.url.slice(prefix.length).split('?')[0] : ''
        if (!/^[\w-]+\.gz$/.test(name)) return next()
        response.setHeader('Content-Type', 'application/gzip')
        createReadStream(join(folder, name)).on('error', next).pipe(response)
      })
    },
  }
}
