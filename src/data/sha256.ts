/** SHA-256 as 64 hex digits, in every context the page may run in. */
import { sliceMs, yieldToOthers } from './responsive.ts'

/**
 * Over plain http from another machine browsers take `crypto.subtle` away: then the same in JavaScript, loaded only
 * there, in slices. Rejects with the signal's reason.
 */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<string> {
  // The types promise `subtle`; an insecure context has none.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : await digestInSlices(bytes, signal)
  signal.throwIfAborted()
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function digestInSlices(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const hash = sha256.create()
  const chunkBytes = 256 * 1024
  let sliceStart = performance.now()
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    hash.update(bytes.subarray(at, at + chunkBytes))
    if (performance.now() - sliceStart < sliceMs) continue
    await yieldToOthers()
    signal.throwIfAborted()
    sliceStart = performance.now()
  }
  return hash.digest()
}
