/** MNIST from the page's own origin, checked byte for byte and kept, so that the next visit needs no network. */
import { DataError } from './dataError.ts'
import { type IdxFile, parseIdx } from './idx.ts'
import { type MnistFile, mnistBytes, mnistFiles } from './mnistFiles.ts'
import { type Dataset, pairFiles, splitTrainTest } from './sets.ts'
import { sha256Hex } from './sha256.ts'
import { unpack } from './unpack.ts'

export const dataCacheName = 'faltwerk-data-v1'

/** Unpacked bytes so far, of all four files. */
type BytesProgress = (done: number, total: number) => void

/**
 * Null where the folder `mnistUrl` (absolute, ending in `/`) holds no MNIST: a quiet "no". Throws `DataError` where it
 * is there but broken (`checksum-differs`, `download-failed`, `file-corrupt-gzip` …), or the signal's reason.
 */
export async function loadMnist(
  mnistUrl: string,
  onProgress: BytesProgress,
  signal: AbortSignal,
): Promise<Dataset | null> {
  const cache = await openCache()
  const files: IdxFile[] = []
  let done = 0
  for (const file of Object.values(mnistFiles)) {
    const url = mnistUrl + file.name
    const onBytes = (bytes: number) => onProgress(done + Math.min(bytes, file.bytes), mnistBytes)
    const unpacked =
      (await readKept(cache, url, file, onBytes, signal)) ??
      (await download(cache, url, file, onBytes, signal))
    if (unpacked === null) {
      if (files.length === 0) return null
      throw new DataError({ code: 'download-failed', file: file.name, status: 404 })
    }
    files.push(parseIdx(unpacked, file.name))
    done += file.bytes
  }
  const { train, test } = pairFiles(files)
  return test && splitTrainTest('mnist', train, test)
}

/** Null over plain http from another machine, and where the browser refuses storage. */
async function openCache(): Promise<Cache | null> {
  // The types promise `caches`; an insecure context has none.
  const storage: CacheStorage | undefined = globalThis.caches
  return storage ? storage.open(dataCacheName).catch(() => null) : null
}

/** The file as kept on an earlier visit; null where it is not, or no longer what it was (then it is thrown away). */
async function readKept(
  cache: Cache | null,
  url: string,
  file: MnistFile,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const body = (await cache?.match(url).catch(() => undefined))?.body
  if (!body) return null
  try {
    return await unpackChecked(body, file, onBytes, signal)
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    await cache?.delete(url).catch(() => false)
    return null
  }
}

/** Null where the server has no such file: some answer 404, some send their start page instead. */
async function download(
  cache: Cache | null,
  url: string,
  file: MnistFile,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const response = await fetch(url, { signal }).catch(() => {
    signal.throwIfAborted()
    throw new DataError({ code: 'download-failed', file: file.name, status: null })
  })
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  if (isPage || response.status === 404 || response.status === 403 || response.status === 410) {
    await response.body?.cancel()
    return null
  }
  if (!response.ok || !response.body) {
    throw new DataError({ code: 'download-failed', file: file.name, status: response.status })
  }
  const [toRead, toKeep] = cache ? response.body.tee() : [response.body, null]
  const packed = new Response(toKeep).blob()
  // When reading stops early nobody asks for this copy any more.
  packed.catch(() => {})
  const unpacked = await unpackChecked(toRead, file, onBytes, signal).catch((error: unknown) => {
    const broken = error instanceof DataError && error.problem.code === 'file-unreadable'
    throw broken ? new DataError({ code: 'download-failed', file: file.name, status: null }) : error
  })
  // A full disk must not stop a lesson: then the next visit downloads again.
  await cache?.put(url, new Response(await packed)).catch(() => {})
  return unpacked
}

async function unpackChecked(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  file: MnistFile,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const unpacked = await unpack(body, { file: file.name, limitBytes: file.bytes, signal, onBytes })
  if ((await sha256Hex(unpacked, signal)) !== file.sha256) {
    throw new DataError({ code: 'checksum-differs', file: file.name })
  }
  return unpacked
}
