import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { crc32 } from '../math/crc32.ts'
import { isZip, readDirectory, ZipDamaged } from './directory.ts'
import { unpackEntry } from './unpack.ts'
import { createZip } from './write.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const limitBytes = 1000
const digits = bytesOf('123456789')

async function unpacked(file: Blob, limit = limitBytes) {
  const entries = await readDirectory(file)
  return await Promise.all(
    entries.map(async (entry) => [
      entry.name,
      new TextDecoder().decode(await unpackEntry(file, entry, { limitBytes: limit })),
    ]),
  )
}

/** Two entries by fflate's other writer, which shares only the deflating with ours. */
const foreign = () =>
  new Uint8Array(zipSync({ 'a.txt': digits, 'b/ä.txt': [bytesOf('zz'.repeat(99)), { level: 9 }] }))

test('the check value of CRC-32 is that of the standard, in one piece or in two', () => {
  expect(crc32(digits)).toBe(0xcbf43926)
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926)
})

test('what is written comes back, stored and packed, in order, also without any bytes', async () => {
  const zip = createZip(Date.UTC(2026, 0, 1))
  zip.entry('stored', { packed: false })(digits)
  const push = zip.entry('packed', { packed: true })
  for (const piece of ['one ', 'two ', 'two ']) push(bytesOf(piece))
  zip.entry('empty', { packed: false })
  const file = zip.end()
  expect(await isZip(file)).toBe(true)
  expect(await unpacked(file)).toEqual([
    ['stored', '123456789'],
    ['packed', 'one two two '],
    ['empty', ''],
  ])
})

test('zip files of other programs are read', async () => {
  expect(await unpacked(new Blob([foreign()]))).toEqual([
    ['a.txt', '123456789'],
    ['b/ä.txt', 'zz'.repeat(99)],
  ])
})

test('an entry larger than allowed is refused before memory is taken for it', async () => {
  const file = new Blob([foreign()])
  await expect(unpacked(file, 100)).rejects.toThrow(ZipDamaged)
})

test('a bomb is refused: the size it claims is what it may have', async () => {
  const bomb = new Uint8Array(zipSync({ bomb: new Uint8Array(50_000_000) }, { level: 9 }))
  const view = new DataView(bomb.buffer)
  const directory = view.getUint32(bomb.length - 6, true)
  view.setUint32(directory + 24, 1000, true)
  const file = new Blob([bomb])
  const [entry] = await readDirectory(file)
  await expect(unpackEntry(file, entry!, { limitBytes: 1000 })).rejects.toThrow('bomb')
})

test('two entries of one name, and two that share their bytes, are refused', async () => {
  const bytes = foreign()
  const view = new DataView(bytes.buffer)
  const directory = view.getUint32(bytes.length - 6, true)
  const second = directory + 46 + 'a.txt'.length
  view.setUint32(second + 42, 0, true)
  await expect(readDirectory(new Blob([bytes]))).rejects.toThrow(ZipDamaged)
  const twice = zipSync({ aa: digits, ab: digits })
  const patched = twice.map((byte) => (byte === 'b'.charCodeAt(0) ? 'a'.charCodeAt(0) : byte))
  await expect(readDirectory(new Blob([new Uint8Array(patched)]))).rejects.toThrow(ZipDamaged)
})

test('a reading that is not wanted any more ends', async () => {
  const file = new Blob([foreign()])
  const [entry] = await readDirectory(file)
  const signal = AbortSignal.abort(new Error('stopped'))
  await expect(unpackEntry(file, entry!, { limitBytes, signal })).rejects.toThrow('stopped')
})
