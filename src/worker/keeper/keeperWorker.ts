/** Entry of the keeper: keeps runs on this device while they go on. It knows no tfjs and survives the worker of the run. */
import type { KeeperCommand, KeeperReport } from '../../protocol/keep.ts'
import { runFiles } from './files.ts'
import { createKeeper } from './keeper.ts'
import { createTapes } from './tapes.ts'
import { weightFiles } from './weights.ts'

const keeper = createKeeper({
  post: (report: KeeperReport, transfer = []) => self.postMessage(report, { transfer: [...transfer] }),
  nowMs: () => performance.now(),
  todayMs: () => Date.now(),
  parts: { tapes: createTapes, files: runFiles, weights: weightFiles },
})

self.onmessage = ({ data }: MessageEvent<KeeperCommand>) => keeper.receive(data)
