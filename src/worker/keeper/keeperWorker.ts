/** Entry of the keeper: keeps runs on this device while they go on. It knows no tfjs and survives the worker of the run. */
import type { KeeperCommand, KeeperReport } from '../../protocol/keep.ts'
import { newRunId } from '../runId.ts'
import { openDatabase } from './database.ts'
import { runFiles } from './files.ts'
import { createKeeper } from './keeper.ts'
import { createTabTurn } from './lock.ts'
import { openPacking } from './packing.ts'
import { networkSizes } from './slot.ts'
import { createRunStore } from './store.ts'
import { createTapes } from './tapes.ts'
import { weightFiles } from './weights.ts'
import { openWordFiles } from './wordFiles.ts'

/** The types promise `storage` and `locks`; over plain http there are none. */
const { storage, locks }: { storage: StorageManager | undefined; locks: LockManager | undefined } =
  self.navigator
const channel = openChannel()

const keeper = createKeeper({
  post: (report: KeeperReport, transfer = []) => self.postMessage(report, { transfer: [...transfer] }),
  nowMs: () => performance.now(),
  todayMs: () => Date.now(),
  newRunId,
  openStore: async (ended) =>
    createRunStore(await openDatabase(ended), await openWordFiles(`trial-${newRunId()}`), networkSizes),
  createTurn: (came) => createTabTurn(locks, came),
  estimate: async () => (await storage?.estimate()) ?? {},
  later: (work, ms) => setTimeout(work, ms),
  others: {
    tell: () => channel?.postMessage(null),
    hear(listener) {
      if (channel) channel.onmessage = listener
    },
  },
  parts: {
    tapes: (options) => createTapes(options, { pack: openPacking() }),
    files: runFiles,
    weights: weightFiles,
  },
})

self.onmessage = ({ data }: MessageEvent<KeeperCommand>) => keeper.receive(data)

/** Opened from disk, a page has no channel to others. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('faltwerk-runs')
  } catch {
    return null
  }
}
