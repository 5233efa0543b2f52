/** JSON from a file that anybody may have written: what it is must be asked. */

/** Throws where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  // A copy: memory that is shared cannot be decoded.
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice()))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

export function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((count) => Number.isSafeInteger(count) && count >= 0)
}
