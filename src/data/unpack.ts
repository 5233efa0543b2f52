/** A stream of bytes, gzip-compressed or not, read whole into memory, but never more than a limit. */
import { DataError } from './dataError.ts'

/** Four times MNIST's largest file; the largest 28 × 28 set of ten classes we know (EMNIST Digits) has 188 MB. */
export const unpackLimitBytes = 200 * 2 ** 20

/**
 * Browsers unpack a piece whole before anyone can stop them, and gzip packs zeros a thousandfold: pieces this small
 * grow to 16 MB at most.
 */
const pieceBytes = 16 * 1024

/** Bytes in memory of their own, not shared between threads: what streams and checksums accept. */
type Bytes = Uint8Array<ArrayBuffer>

export type UnpackOptions = {
  /** Names the bytes in problems. */
  readonly file: string
  readonly limitBytes?: number
  readonly signal: AbortSignal
  /** Unpacked bytes so far, as they arrive. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Gzip is recognised by its first two bytes, not by the name: some servers unpack `.gz` on the way. Throws
 * `DataError` (`file-too-large`, as soon as the limit is passed; `file-corrupt-gzip`; `file-unreadable`), or the
 * signal's reason.
 */
export async function unpack(stream: ReadableStream<Bytes>, options: UnpackOptions): Promise<Bytes> {
  const { file, signal } = options
  signal.throwIfAborted()
  const { packed, whole } = await peek(stream, file)
  if (!packed) return readWhole(whole, options, { code: 'file-unreadable', file })
  const gunzip: ReadableWritablePair<Bytes, Bytes> = new DecompressionStream('gzip')
  return readWhole(whole.pipeThrough(gunzip), options, { code: 'file-corrupt-gzip', file })
}

/** Looks at the first chunk and puts it back. A gzip file starts with 1f 8b (RFC 1952). */
async function peek(stream: ReadableStream<Bytes>, file: string) {
  const reader = stream.getReader()
  const start: Bytes[] = []
  let seen = 0
  while (seen < 2) {
    const { done, value } = await reader.read().catch(() => {
      throw new DataError({ code: 'file-unreadable', file })
    })
    if (done) break
    start.push(value)
    seen += value.length
  }
  const first = join(start, seen)
  let waiting = first
  const whole = new ReadableStream<Bytes>({
    async pull(controller) {
      while (waiting.length === 0) {
        // Said here already: behind the decompression a broken source would look like a broken file.
        const { done, value } = await reader.read().catch(() => {
          throw new DataError({ code: 'file-unreadable', file })
        })
        if (done) return controller.close()
        waiting = value
      }
      controller.enqueue(waiting.subarray(0, pieceBytes))
      waiting = waiting.subarray(pieceBytes)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return { packed: first[0] === 0x1f && first[1] === 0x8b, whole }
}

async function readWhole(
  stream: ReadableStream<Bytes>,
  { limitBytes = unpackLimitBytes, file, signal, onBytes }: UnpackOptions,
  broken: { readonly code: 'file-unreadable' | 'file-corrupt-gzip'; readonly file: string },
): Promise<Bytes> {
  const reader = stream.getReader()
  // A reader that waits for the network notices an abort only when it is cancelled.
  const stop = () => void reader.cancel(signal.reason).catch(() => {})
  signal.addEventListener('abort', stop, { once: true })
  const chunks: Bytes[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        signal.throwIfAborted()
        throw error instanceof DataError ? error : new DataError(broken)
      })
      signal.throwIfAborted()
      if (done) return join(chunks, bytes)
      bytes += value.length
      if (bytes > limitBytes) {
        void reader.cancel().catch(() => {})
        throw new DataError({ code: 'file-too-large', file, limitBytes })
      }
      chunks.push(value)
      onBytes?.(bytes)
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function join(chunks: readonly Bytes[], bytes: number): Bytes {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
