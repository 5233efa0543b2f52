import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { idxImages, idxLabels } from '../../tests/fixtures/idx.ts'
import { createRandom, derive } from '../math/random.ts'
import { writeBuiltInSet, writeDigits } from './builtIn.ts'
import { loadMnist } from './mnist.ts'
import { mnistBytes } from './mnistFiles.ts'
import { digestInSlices, sha256Hex } from './sha256.ts'
import { type LoadProgress, loadAutomatic, loadFiles, loadOnlyMnist, makeBuiltIn } from './sources.ts'

const never = new AbortController().signal
const nothing = () => {}
const mnistFolder = process.env.FALTWERK_MNIST

afterEach(() => vi.unstubAllGlobals())

/** A Cache Storage of one cache, in memory. */
function memoryCaches() {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const cache = {
    match: async (url: string) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url: string, response: Response) =>
      void kept.set(url, new Uint8Array(await response.arrayBuffer())),
    delete: async (url: string) => kept.delete(url),
  }
  return { kept, caches: { open: async () => cache } }
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name)

test('a folder without MNIST is a quiet no, whether the host says 404 or sends its start page', async () => {
  for (const answer of [
    () => new Response('gone', { status: 404 }),
    () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  ]) {
    vi.stubGlobal('fetch', async () => answer())
    expect(await loadMnist('http://host/data/', nothing, never)).toBeNull()
  }
})

test('a server that fails and a network that is gone are named', async () => {
  const file = 'train-images-idx3-ubyte.gz'
  vi.stubGlobal('fetch', async () => new Response('', { status: 500 }))
  await expect(loadMnist('http://host/', nothing, never)).rejects.toMatchObject({
    problem: { code: 'download-failed', file, status: 500 },
  })
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')))
  await expect(loadMnist('http://host/', nothing, never)).rejects.toMatchObject({
    problem: { code: 'download-failed', file, status: null },
  })
})

test('a file with other content has another checksum and is not kept', async () => {
  const { kept, caches } = memoryCaches()
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(gzipSync(idxImages(3)))))
  await expect(loadMnist('http://host/', nothing, never)).rejects.toMatchObject({
    problem: { code: 'checksum-differs', file: 'train-images-idx3-ubyte.gz' },
  })
  expect(kept.size).toBe(0)
})

test('what is wrong with MNIST is told, and the built-in digits take its place', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
  const seen: LoadProgress[] = []
  const { dataset, passedOver } = await loadAutomatic(
    'http://host/',
    (progress) => seen.push(progress),
    never,
  )
  expect(passedOver).toMatchObject({ code: 'download-failed', status: 503 })
  expect(dataset.source).toBe('built-in')
  expect(dataset.splits.train.labels).toHaveLength(20_000)
  expect(dataset.splits.validation.labels).toHaveLength(2_000)
  expect(dataset.splits.test.labels).toHaveLength(5_000)
  expect(seen.at(-1)).toEqual({ source: 'built-in', done: 27_000, total: 27_000, unit: 'digits' })
}, 60_000)

test('where only MNIST will do, nothing takes its place', async () => {
  for (const [status, problem] of [
    [404, { code: 'download-failed', file: 'train-images-idx3-ubyte.gz', status: 404 }],
    [503, { code: 'download-failed', status: 503 }],
  ] as const) {
    vi.stubGlobal('fetch', async () => new Response('', { status }))
    await expect(loadOnlyMnist('http://host/', nothing, never)).rejects.toMatchObject({ problem })
  }
})

test.runIf(mnistFolder)(
  'MNIST loads once, and the second visit needs no network',
  async () => {
    const { caches } = memoryCaches()
    vi.stubGlobal('caches', caches)
    let requests = 0
    vi.stubGlobal('fetch', async (url: string) => {
      requests += 1
      return new Response(await readFile(join(mnistFolder!, url.slice('http://host/'.length))))
    })
    const seen: number[] = []
    const first = await loadMnist('http://host/', (done) => seen.push(done), never)
    expect(requests).toBe(4)
    expect(
      [first?.splits.train, first?.splits.validation, first?.splits.test].map((s) => s?.labels.length),
    ).toEqual([55_000, 5_000, 10_000])
    // The first five labels of the 60,000 and of the 10,000, known to everyone who has opened MNIST.
    expect([...first!.splits.validation.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9])
    expect([...first!.splits.test.labels.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4])
    expect(seen.at(-1)).toBe(mnistBytes)
    expect(seen.every((done, at) => done >= (seen[at - 1] ?? 0))).toBe(true)
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')))
    const second = await loadMnist('http://host/', nothing, never)
    expect(second?.splits.test.labels).toEqual(first?.splits.test.labels)
  },
  60_000,
)

test('both ways to SHA-256 know the digest of “abc” (FIPS 180-4)', async () => {
  const abc = new TextEncoder().encode('abc')
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(await sha256Hex(abc, never)).toBe(expected)
  expect(Buffer.from(await digestInSlices(abc, never)).toString('hex')).toBe(expected)
})

test('files the user chose are read in any order, packed or not', async () => {
  const files = [
    fileOf(idxLabels(Array.from({ length: 30 }, (_, n) => n % 10)), 't10k-labels'),
    fileOf(new Uint8Array(gzipSync(idxImages(120, (n) => n))), 'train-images.gz'),
    fileOf(idxImages(30), 't10k-images'),
    fileOf(idxLabels(Array.from({ length: 120 }, (_, n) => n % 10)), 'train-labels'),
  ]
  const dataset = await loadFiles(files, nothing, never)
  expect(dataset.splits.train.imagesNHW[0]).toBe(10)
  expect(dataset.splits.test.labels).toHaveLength(30)
})

test('a file of 2 GB is refused by its size, before a byte is read', async () => {
  const huge = Object.defineProperty(fileOf(new Uint8Array(1), 'huge'), 'size', { value: 2 ** 31 })
  await expect(loadFiles([huge], nothing, never)).rejects.toMatchObject({
    problem: { code: 'file-too-large', file: 'huge' },
  })
})

test('making digits can be cancelled at once, and others get their turn while it runs', async () => {
  const abort = new AbortController()
  let turns = 0
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    turns += 1
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  setTimeout(() => abort.abort(new Error('cancelled')), 400)
  const start = performance.now()
  await expect(makeBuiltIn(nothing, abort.signal)).rejects.toThrow('cancelled')
  clearInterval(timer)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(turns).toBeGreaterThan(5)
  expect(longest).toBeLessThan(200)
})

test('the same seed writes the same digits, all classes equally often, each with ink in a 20 × 20 box', async () => {
  const write = () =>
    writeDigits(200, createRandom(derive(7, 'test')), { onProgress: nothing, signal: never })
  const { imagesNHW, labels } = await write()
  expect((await write()).imagesNHW).toEqual(imagesNHW)
  for (let digit = 0; digit < 10; digit++) {
    expect(labels.filter((label) => label === digit)).toHaveLength(20)
  }
  for (let n = 0; n < 200; n++) {
    const inked = Array.from({ length: 784 }, (_, at) => at).filter((at) => imagesNHW[n * 784 + at]! > 0)
    const rows = inked.map((at) => Math.floor(at / 28))
    const columns = inked.map((at) => at % 28)
    const longer =
      Math.max(Math.max(...rows) - Math.min(...rows), Math.max(...columns) - Math.min(...columns)) + 1
    expect(longer).toBe(20)
  }
})

test('the three splits of the built-in digits have nothing in common', async () => {
  const { splits } = await writeBuiltInSet(nothing, never, { train: 100, validation: 100, test: 100 })
  const pictures = Object.values(splits).flatMap(({ imagesNHW }) =>
    Array.from({ length: 100 }, (_, n) => imagesNHW.subarray(n * 784, n * 784 + 784).join()),
  )
  expect(new Set(pictures).size).toBe(300)
})
