/** Zip files, written piece by piece: what is finished goes to the browser, which may put it on disk. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** So many bytes are kept here before the browser gets them. */
const pieceBytes = 4_000_000
const level = 1

export type ZipWriter = {
  /** Begins an entry; it ends when the next one begins. `packed`: worth the time, numbers drawn at random are not. */
  entry(name: string, options: { readonly packed: boolean }): (bytes: Uint8Array) => void
  /** The whole file; nothing can be added any more. */
  end(): Blob
}

/** `writtenMs`: what each entry says about when it was changed. */
export function createZip(writtenMs: number): ZipWriter {
  const pieces = createPieces()
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    pieces.add(chunk)
  })
  let open: ZipDeflate | ZipPassThrough | null = null
  const close = () => open?.push(new Uint8Array(0), true)
  return {
    entry(name, { packed }) {
      close()
      const entry = packed ? new ZipDeflate(name, { level }) : new ZipPassThrough(name)
      entry.mtime = writtenMs
      zip.add(entry)
      open = entry
      return (bytes) => entry.push(bytes)
    },
    end() {
      close()
      zip.end()
      return pieces.blob()
    },
  }
}

function createPieces() {
  const blobs: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  function flush() {
    blobs.push(new Blob(chunks))
    chunks = []
    bytes = 0
  }
  return {
    add(chunk: Uint8Array<ArrayBuffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= pieceBytes) flush()
    },
    blob() {
      flush()
      return new Blob(blobs, { type: 'application/zip' })
    },
  }
}
