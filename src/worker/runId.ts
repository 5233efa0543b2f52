import type { RunId } from '../protocol/keep.ts'

/** 128 random bits; `randomUUID` is missing over plain http. */
export const newRunId = (): RunId =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
