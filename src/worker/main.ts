/** Entry of the worker: the workshop with the real network, the real data and the real browser around it. */
import type { Command } from '../protocol/messages.ts'
import { createTrainer, initialState } from '../training/trainer.ts'
import { openBackend } from './backends.ts'
import { startTrials, type TrialWorker } from './choose.ts'
import { batchesFrom, firstBatches, loadDigits, problemOf } from './digitSources.ts'
import { createTurn } from './loop.ts'
import { newRunId } from './runId.ts'
import { serveTape } from './tape/serve.ts'
import { serveTrials, timeSteps } from './trial.ts'
import { createWorkshop } from './workshop.ts'

/**
 * Trial workers are this very script under another name: a script of their own would hold tfjs a second time, a
 * megabyte more to download and to keep for offline use.
 */
const trialName = 'faltwerk-trial'

function spawnTrial(): TrialWorker {
  return new Worker(self.location.href, { type: 'module', name: trialName })
}

/** And the worker that shows networks of a tape. */
const tapeName = 'faltwerk-tape'

/** The bench starts one worker under this name, to see what recording costs; no page does. */
const unrecordedName = 'faltwerk-unrecorded'

const nowMs = () => performance.now()

function serveRun(): void {
  const workshop = createWorkshop({
    batchesFrom,
    createTrainer,
    firstBatches,
    initialState,
    loadDigits,
    openBackend,
    problemOf,
    startTrials: () => startTrials({ spawn: spawnTrial, nowMs }),
    timeSteps,
    nowMs,
    newRunId,
    records: self.name !== unrecordedName,
    post: (report, transfer = []) => self.postMessage(report, { transfer: [...transfer] }),
    turn: createTurn(),
  })

  self.onmessage = ({ data }: MessageEvent<Command>) => workshop.receive(data)
  // What nobody expected ends the worker's work: the page hears of it as an error of the worker.
  workshop.work().catch((error: unknown) => self.reportError(error))
}

if (self.name === trialName) serveTrials()
else if (self.name === tapeName) serveTape()
else serveRun()
