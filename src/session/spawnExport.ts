/** Alone in its file: the bundler finds the worker by exactly this expression. */
import type { ExportWorker } from './exporting.ts'

export function spawnExportWorker(): ExportWorker {
  return new Worker(new URL('../worker/export/exportWorker.ts', import.meta.url), {
    type: 'module',
    name: 'faltwerk-export',
  })
}
