/**
 * Fills public/data/mnist with MNIST's four files: from a folder (`--from DIR` or FALTWERK_MNIST; packed or not), else
 * from public mirrors. Without them Faltwerk goes on with its built-in digits, so "not found" is no failure.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

/** SHA-256 and size of the unpacked bytes: mirrors pack differently. The same table is in src/data/mnistFiles.ts. */
const files = [
  {
    name: 'train-images-idx3-ubyte.gz',
    bytes: 47_040_016,
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  {
    name: 'train-labels-idx1-ubyte.gz',
    bytes: 60_008,
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  {
    name: 't10k-images-idx3-ubyte.gz',
    bytes: 7_840_016,
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  {
    name: 't10k-labels-idx1-ubyte.gz',
    bytes: 10_008,
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
]

export const mirrors = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
]

/** A mirror that has not answered by then is passed over. */
const connectMs = 5_000
/** A download that brings nothing for so long is given up. */
const silenceMs = 15_000
/** The packed files have 11.6 MB in all; whatever sends more sends something else. */
const packedLimitBytes = 20_000_000

const defaultFolder = join(dirname(fileURLToPath(import.meta.url)), '../public/data/mnist')

/**
 * `from`: folder to copy from, null for FALTWERK_MNIST or none. `quiet`: no line unless something was done or failed.
 * `folder` and `urls` are for tests. Throws only where the disk cannot be written.
 * @param {{ from?: string | null, quiet?: boolean, folder?: string, urls?: readonly string[] }} [options]
 * @returns {Promise<'present' | 'copied' | 'downloaded' | 'missing'>}
 */
export async function ensureData({
  from = null,
  quiet = false,
  folder = defaultFolder,
  urls = mirrors,
} = {}) {
  if (await isComplete(folder)) {
    if (!quiet) console.log('MNIST is in place.')
    return 'present'
  }
  const source = from ?? process.env.FALTWERK_MNIST ?? null
  if (source) {
    const problem = await copyFrom(resolve(source), folder)
    if (!problem) {
      console.log(`MNIST copied from ${source}.`)
      return 'copied'
    }
    console.log(problem)
  }
  for (const url of urls) {
    const problem = await downloadFrom(url, folder)
    if (!problem) {
      console.log(`MNIST downloaded from ${new URL(url).host}.`)
      return 'downloaded'
    }
    if (!quiet) console.log(`${new URL(url).host}: ${problem}`)
  }
  console.log(
    'MNIST is not reachable: Faltwerk goes on with its built-in digits. Later: npm run data -- --from DIR',
  )
  return 'missing'
}

/** All four there, each with the bytes it was checked with when it was written. */
async function isComplete(folder) {
  const checked = await Promise.all(
    files.map(async (file) => {
      const packed = await readFile(join(folder, file.name)).catch(() => null)
      return packed !== null && (await unpackChecked(packed, file)) !== null
    }),
  )
  return checked.every(Boolean)
}

/** Null when all four were copied, else a sentence. */
async function copyFrom(source, folder) {
  const packed = []
  for (const file of files) {
    const plainName = file.name.replace(/\.gz$/, '')
    const found =
      (await readFile(join(source, file.name)).catch(() => null)) ??
      (await readFile(join(source, plainName)).catch(() => null))
    if (!found) return `${source} holds no ${plainName}, packed or not.`
    const unpacked = await unpackChecked(found, file)
    if (!unpacked) return `${join(source, plainName)} is not MNIST's file: its checksum differs.`
    packed.push(isGzip(found) ? found : await promisify(gzip)(unpacked))
  }
  await keep(folder, packed)
  return null
}

/** Null when all four were loaded, else a sentence. */
async function downloadFrom(url, folder) {
  const packed = []
  for (const [index, file] of files.entries()) {
    try {
      const bytes = await download(url + file.name, `${file.name} (${index + 1}/${files.length})`)
      if (!(await unpackChecked(bytes, file))) return `${file.name} is damaged there.`
      packed.push(bytes)
    } catch (error) {
      return error instanceof Error && error.cause instanceof Error
        ? error.cause.message
        : String(error.message)
    }
  }
  await keep(folder, packed)
  return null
}

async function download(url, title) {
  const abort = new AbortController()
  const giveUp = (ms, words) => setTimeout(() => abort.abort(new Error(words)), ms)
  let timer = giveUp(connectMs, 'no answer')
  try {
    const response = await fetch(url, { signal: abort.signal })
    if (!response.ok || !response.body) throw new Error(`answers ${response.status}`)
    const total = Number(response.headers.get('content-length')) || null
    const chunks = []
    let done = 0
    for await (const chunk of response.body) {
      clearTimeout(timer)
      timer = giveUp(silenceMs, 'stopped sending')
      chunks.push(chunk)
      done += chunk.length
      if (done > packedLimitBytes) throw new Error('sends too much')
      drawBar(title, done, total)
    }
    return Buffer.concat(chunks)
  } finally {
    clearTimeout(timer)
    abort.abort()
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  }
}

function drawBar(title, done, total) {
  if (!process.stdout.isTTY) return
  const filled = total ? Math.min(24, Math.round((24 * done) / total)) : 0
  const bar = '█'.repeat(filled) + '░'.repeat(24 - filled)
  process.stdout.write(`\r\x1b[K${title} ${bar} ${(done / 1e6).toFixed(1)} MB`)
}

const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The unpacked bytes, or null where they are not the file's. */
async function unpackChecked(bytes, file) {
  const unpacked = isGzip(bytes)
    ? await promisify(gunzip)(bytes, { maxOutputLength: file.bytes }).catch(() => null)
    : bytes
  if (unpacked?.length !== file.bytes) return null
  return createHash('sha256').update(unpacked).digest('hex') === file.sha256 ? unpacked : null
}

/** Writes beside the place and renames: a file that is there is whole, whenever the power fails. */
async function keep(folder, packed) {
  await mkdir(folder, { recursive: true })
  for (const [index, file] of files.entries()) {
    const part = join(folder, `.${file.name}.${randomUUID()}.part`)
    try {
      await writeFile(part, packed[index])
      await rename(part, join(folder, file.name))
    } finally {
      await rm(part, { force: true })
    }
  }
}

async function main() {
  const at = process.argv.indexOf('--from')
  const from = at >= 0 ? process.argv[at + 1] : null
  if (at >= 0 && (!from || !(await stat(from).catch(() => null))?.isDirectory())) {
    console.log(`--from needs a folder: ${from ?? 'none given'}.`)
    process.exitCode = 1
    return
  }
  await ensureData({ from })
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
