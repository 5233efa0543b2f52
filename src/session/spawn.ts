/** Alone in its file: the bundler finds the worker by exactly this expression. */
import type { WorkerLike } from './run.ts'

export function spawnWorker(): WorkerLike {
  return new Worker(new URL('../worker/main.ts', import.meta.url), { type: 'module', name: 'faltwerk' })
}
