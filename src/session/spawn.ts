/** Alone in its file: the bundler finds the worker by exactly this expression. */
import type { Command, Report } from '../protocol/messages.ts'
import type { TapeCommand, TapeReport } from '../protocol/tape.ts'

export type WorkerLike = {
  onmessage: ((event: MessageEvent<Report>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(command: Command, transfer: Transferable[]): void
  terminate(): void
}

export function spawnWorker(): WorkerLike {
  return new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module', name: 'faltwerk' })
}

/** The worker that shows networks of a tape. */
export type TapeWorker = {
  onmessage: ((event: MessageEvent<TapeReport>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(command: TapeCommand, transfer: (ArrayBuffer | MessagePort)[]): void
  terminate(): void
}

/** The same script under another name, as the trials are: tfjs is there once. */
export function spawnTapeWorker(): TapeWorker {
  return new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module', name: 'faltwerk-tape' })
}
