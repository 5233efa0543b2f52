import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { idxImages, idxLabels, problemOf } from '../../tests/fixtures/idx.ts'
import { parseIdx } from './idx.ts'
import { unpack } from './unpack.ts'

const never = new AbortController().signal
const streamOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream()

test('images and labels come out as they were put in', () => {
  const images = parseIdx(
    idxImages(3, (n, pixel) => (n * 7 + pixel) % 256),
    'a',
  )
  const labels = parseIdx(idxLabels([9, 0, 4]), 'b')
  expect(images.kind === 'images' && images.imagesNHW.length).toBe(3 * 784)
  expect(images.kind === 'images' && images.imagesNHW[784 + 2]).toBe(9)
  expect(labels.kind === 'labels' && [...labels.labels]).toEqual([9, 0, 4])
})

test('a file with another magic number is no IDX file', () => {
  const bytes = idxLabels([1])
  bytes[3] = 7
  expect(problemOf(() => parseIdx(bytes, 'f'))).toEqual({ code: 'file-not-idx', file: 'f' })
  expect(problemOf(() => parseIdx(Uint8Array.of(0, 0), 'f'))).toEqual({ code: 'file-not-idx', file: 'f' })
})

test('an empty file and a file of no images are empty', () => {
  expect(problemOf(() => parseIdx(new Uint8Array(0), 'f'))).toEqual({ code: 'file-empty', file: 'f' })
  expect(problemOf(() => parseIdx(idxImages(0), 'f'))).toEqual({ code: 'file-empty', file: 'f' })
  expect(problemOf(() => parseIdx(idxLabels([]), 'f'))).toEqual({ code: 'file-empty', file: 'f' })
})

test('a truncated file says how many bytes are missing, in the header too', () => {
  expect(problemOf(() => parseIdx(idxImages(2).subarray(0, 1000), 'f'))).toEqual({
    code: 'file-truncated',
    file: 'f',
    expectedBytes: 16 + 2 * 784,
    foundBytes: 1000,
  })
  expect(problemOf(() => parseIdx(idxImages(2).subarray(0, 9), 'f'))).toMatchObject({
    code: 'file-truncated',
    expectedBytes: 16,
    foundBytes: 9,
  })
})

test('a file with bytes left over is too long', () => {
  const bytes = new Uint8Array([...idxLabels([1, 2]), 0])
  expect(problemOf(() => parseIdx(bytes, 'f'))).toEqual({
    code: 'file-too-long',
    file: 'f',
    expectedBytes: 10,
  })
})

test('images of another size are refused with their size', () => {
  const bytes = idxImages(1)
  bytes[15] = 32
  expect(problemOf(() => parseIdx(bytes, 'f'))).toEqual({
    code: 'images-not-28',
    file: 'f',
    width: 32,
    height: 28,
  })
})

test('a label above 9 is named with its place', () => {
  expect(problemOf(() => parseIdx(idxLabels([3, 10, 11]), 'f'))).toEqual({
    code: 'label-above-9',
    file: 'f',
    position: 1,
    label: 10,
  })
})

test('gzip is recognised by its bytes and unpacked; plain bytes pass', async () => {
  const plain = idxLabels([1, 2, 3])
  const packed = new Uint8Array(gzipSync(plain))
  expect(await unpack(streamOf(packed), { file: 'f', signal: never })).toEqual(plain)
  expect(await unpack(streamOf(plain), { file: 'f', signal: never })).toEqual(plain)
  expect(await unpack(streamOf(new Uint8Array(0)), { file: 'f', signal: never })).toHaveLength(0)
})

test('corrupt and cut-off gzip is corrupt', async () => {
  const packed = new Uint8Array(gzipSync(idxImages(50, (n, pixel) => (n * 31 + pixel * 17) % 251)))
  const cut = packed.slice(0, packed.length - 20)
  const garbled = packed.slice()
  garbled.fill(255, 20, 60)
  for (const bytes of [cut, garbled]) {
    await expect(unpack(streamOf(bytes), { file: 'f', signal: never })).rejects.toMatchObject({
      problem: { code: 'file-corrupt-gzip', file: 'f' },
    })
  }
})

test('2 GB of zeros are refused long before they are read, packed or not', async () => {
  const zeros = new Uint8Array(2 ** 20)
  let sentMB = 0
  const endless = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        sentMB += 1
        if (sentMB > 2048) controller.close()
        else controller.enqueue(zeros)
      },
    })
  const options = { file: 'f', limitBytes: 8 * 2 ** 20, signal: never }
  const tooLarge = { problem: { code: 'file-too-large', file: 'f', limitBytes: 8 * 2 ** 20 } }
  await expect(unpack(endless(), options)).rejects.toMatchObject(tooLarge)
  expect(sentMB).toBeLessThan(30)
  const bomb = new Uint8Array(gzipSync(new Uint8Array(256 * 2 ** 20), { level: 1 }))
  let unpackedMB = 0
  const onBytes = (bytes: number) => {
    unpackedMB = bytes / 2 ** 20
  }
  await expect(unpack(streamOf(bomb), { ...options, onBytes })).rejects.toMatchObject(tooLarge)
  expect(unpackedMB).toBeLessThanOrEqual(8)
})

test('a stream that breaks is unreadable, packed or not', async () => {
  for (const first of [Uint8Array.of(0, 0, 8, 1), new Uint8Array(gzipSync(idxImages(9))).slice(0, 40)]) {
    let sent = false
    const breaking = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (sent) controller.error(new Error('disk gone'))
        else controller.enqueue(first)
        sent = true
      },
    })
    await expect(unpack(breaking, { file: 'f', signal: never })).rejects.toMatchObject({
      problem: { code: 'file-unreadable', file: 'f' },
    })
  }
})

test('an abort ends the reading, even of a stream that has stopped sending', async () => {
  const abort = new AbortController()
  let sent = false
  const stalled = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (sent) return new Promise(() => {})
      sent = true
      controller.enqueue(Uint8Array.of(0, 0, 8, 1))
    },
  })
  setTimeout(() => abort.abort(new Error('cancelled')), 20)
  await expect(unpack(stalled, { file: 'f', signal: abort.signal })).rejects.toThrow('cancelled')
})
