/** The server behind `npm start`, asked in ways browsers never ask. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createStaticServer, listen } from '../../scripts/serve.mjs'

let folder: string
let server: ReturnType<typeof createStaticServer>
let port: number

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faltwerk-serve-'))
  await mkdir(join(folder, 'root', 'assets'), { recursive: true })
  await mkdir(join(folder, 'rootless'))
  await mkdir(join(folder, 'mnist'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'rootless', 'secret.txt'), 'secret')
  await writeFile(join(folder, 'root', 'index.html'), 'page')
  await writeFile(join(folder, 'root', 'assets', 'a-1234.js'), 'code')
  await writeFile(join(folder, 'root', 'kernel.wasm'), 'wasm')
  await writeFile(join(folder, 'mnist', 'labels.gz'), 'labels')
  server = createStaticServer({
    root: join(folder, 'root'),
    base: '/sub/',
    headers: { 'X-Ours': 'yes' },
    folders: { 'data/mnist/': join(folder, 'mnist') },
  })
  port = await listen(server, { port: 0 })
})

test.afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true })
})

/** Sends the path as it is: `fetch` would tidy it up. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: string }>(
    (done, failed) => {
      const request = httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
        })
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }))
      })
      request.on('error', failed)
      request.end()
    },
  )
}

test('nothing outside the served folders is sent', async () => {
  const paths = [
    '/sub/../secret.txt',
    '/sub/%2e%2e/secret.txt',
    '/sub/..%2fsecret.txt',
    '/sub/..%5csecret.txt',
    '/sub/assets/../../secret.txt',
    '/sub/../rootless/secret.txt',
    '/sub/data/mnist/../secret.txt',
    '/sub/data/mnist/%2e%2e%2fsecret.txt',
    '/sub//secret.txt',
    '/../secret.txt',
    '//secret.txt',
    '/secret.txt',
  ]
  for (const path of paths) {
    const { status, body } = await ask(path)
    expect(`${path} ${status >= 400} ${body.includes('secret')}`).toBe(`${path} true false`)
  }
})

test('broken addresses and other methods are refused', async () => {
  expect((await ask('/sub/%')).status).toBe(400)
  expect((await ask('/sub/%00')).status).toBe(400)
  expect((await ask('/sub/', { method: 'POST' })).status).toBe(405)
  expect((await ask('/sub/assets')).status).toBe(404)
})

test('the page is at the base, with and without its slash', async () => {
  expect(await ask('/sub/?a=1')).toMatchObject({ status: 200, body: 'page' })
  expect(await ask('/sub')).toMatchObject({ status: 301, headers: { location: '/sub/' } })
})

test('files carry their types, and every answer the given headers', async () => {
  expect((await ask('/sub/')).headers['content-type']).toBe('text/html; charset=utf-8')
  expect((await ask('/sub/kernel.wasm')).headers['content-type']).toBe('application/wasm')
  const data = await ask('/sub/data/mnist/labels.gz')
  expect(data).toMatchObject({ body: 'labels', headers: { 'content-type': 'application/gzip' } })
  expect(data.headers['content-encoding']).toBeUndefined()
  for (const path of ['/sub/', '/nowhere', '/sub/%']) expect((await ask(path)).headers['x-ours']).toBe('yes')
})

test('names with a hash are kept for ever, everything else is asked for again', async () => {
  expect((await ask('/sub/assets/a-1234.js')).headers['cache-control']).toContain('immutable')
  const { headers } = await ask('/sub/')
  expect(headers['cache-control']).toBe('no-cache')
  const again = await ask('/sub/', { headers: { 'If-None-Match': headers.etag ?? '' } })
  expect(again).toMatchObject({ status: 304, body: '' })
  await writeFile(join(folder, 'root', 'index.html'), 'newer page')
  const changed = await ask('/sub/', { headers: { 'If-None-Match': headers.etag ?? '' } })
  expect(changed).toMatchObject({ status: 200, body: 'newer page' })
  await writeFile(join(folder, 'root', 'index.html'), 'page')
})

test('HEAD says the length and sends no body', async () => {
  const { status, headers, body } = await ask('/sub/', { method: 'HEAD' })
  expect([status, headers['content-length'], body]).toEqual([200, '4', ''])
})

test('where a port is taken, the next free one is used', async () => {
  const second = createStaticServer({ root: folder })
  const found = await listen(second, { port })
  expect(found).toBeGreaterThan(port)
  second.close()
})
