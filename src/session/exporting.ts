/** A run on its way into a file, in a worker of its own. It goes on when its button is out of sight. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExportCommand, ExportReport } from '../protocol/export.ts'
import type { RunRecord } from '../protocol/record.ts'
import { lastStepOf } from './runRecord.ts'
import { spawnExportWorker } from './spawnExport.ts'

export type Exporting =
  | { readonly status: 'idle' }
  /** `share`: 0 … 1. */
  | { readonly status: 'running'; readonly name: string; readonly share: number }
  /** `url` holds until the next export begins. */
  | { readonly status: 'done'; readonly name: string; readonly url: string; readonly bytes: number }
  /** The browser does not always tell the reason: then it is ''. */
  | { readonly status: 'failed'; readonly reason: string }

export type ExportWorker = {
  onmessage: ((event: MessageEvent<ExportReport>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(command: ExportCommand): void
  terminate(): void
}

export type Exporter = {
  readonly store: StoreApi<Exporting>
  /** Takes the place of an export that is running. The file is saved as soon as it is there. */
  start(record: RunRecord, texts: ExportCommand['texts']): void
  cancel(): void
}

export type ExporterOptions = {
  readonly spawn: () => ExportWorker
  /** Hands a file to the visitor. */
  readonly save: (url: string, name: string) => void
  readonly nowMs: () => number
}

export function createExporter({ spawn, save, nowMs }: ExporterOptions): Exporter {
  const store = createStore<Exporting>(() => ({ status: 'idle' }))
  let worker: ExportWorker | null = null

  /** Ends what there was, and lets go of its file. */
  function become(next: Exporting) {
    worker?.terminate()
    worker = null
    const before = store.getState()
    if (before.status === 'done') URL.revokeObjectURL(before.url)
    store.setState(next, true)
  }

  return {
    store,
    start(record, texts) {
      const name = exportName({ seed: record.settings.seed, step: lastStepOf(record) })
      become({ status: 'running', name, share: 0 })
      const fail = (reason: string) => become({ status: 'failed', reason })
      try {
        worker = spawn()
        worker.onerror = (event) => fail(event.message ?? '')
        worker.onmessageerror = () => fail('messageerror')
        worker.onmessage = ({ data: report }) => {
          switch (report.type) {
            case 'progress':
              store.setState({ status: 'running', name, share: report.share }, true)
              break
            case 'done': {
              const url = URL.createObjectURL(report.zip)
              become({ status: 'done', name, url, bytes: report.zip.size })
              save(url, name)
              break
            }
            case 'failed':
              fail(report.reason)
              break
            default:
              report satisfies never
          }
        }
        worker.postMessage({ record, texts, nowMs: nowMs() })
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error))
      }
    },
    cancel: () => become({ status: 'idle' }),
  }
}

/** `faltwerk-seed7-step3000.zip`. */
export function exportName({ seed, step }: { readonly seed: number; readonly step: number }): string {
  return `faltwerk-seed${seed}-step${step}.zip`
}

/** The page's one. */
export const exporter = createExporter({
  spawn: spawnExportWorker,
  save(url, name) {
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
  },
  nowMs: () => Date.now(),
})
