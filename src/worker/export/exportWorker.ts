/** Entry of the worker that writes a run as files of TensorBoard: neither the page nor the training waits for it. */
import type { ExportCommand, ExportReport } from '../../protocol/export.ts'
import { archiveOf } from './archive.ts'

/** Often enough to be seen moving. */
const msBetweenReports = 50

const report = (message: ExportReport) => postMessage(message)

self.onmessage = ({ data }: MessageEvent<ExportCommand>) => {
  try {
    const work = archiveOf(data)
    let reportedMs = 0
    for (let next = work.next(); ; next = work.next()) {
      if (next.done) {
        report({ type: 'done', zip: next.value })
        return
      }
      const nowMs = performance.now()
      if (nowMs - reportedMs < msBetweenReports) continue
      reportedMs = nowMs
      report({ type: 'progress', share: next.value })
    }
  } catch (error) {
    report({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}
