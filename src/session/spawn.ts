/** Alone in its file: the bundler finds the worker by exactly this expression. */
import type { Command, Report } from '../protocol/messages.ts'

export type WorkerLike = {
  onmessage: ((event: MessageEvent<Report>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(command: Command, transfer: ArrayBuffer[]): void
  terminate(): void
}

export function spawnWorker(): WorkerLike {
  return new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module', name: 'faltwerk' })
}
