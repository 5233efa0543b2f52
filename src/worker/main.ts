/** Entry of the worker: the workshop with the real network, the real data and the real browser around it. */
import type { Command } from '../protocol/messages.ts'
import { createTrainer, initialState } from '../training/trainer.ts'
import { openBackend } from './backends.ts'
import { measureBackends, type TrialWorker } from './choose.ts'
import { digitTools } from './digitSources.ts'
import { createTurn } from './loop.ts'
import { createWorkshop } from './workshop.ts'

/** The bundler finds the trial worker by exactly this expression. */
function spawnTrial(): TrialWorker {
  return new Worker(new URL('./trial.ts', import.meta.url), { type: 'module', name: 'trial' })
}

const nowMs = () => performance.now()

const workshop = createWorkshop({
  ...digitTools,
  createTrainer,
  initialState,
  openBackend,
  measure: ({ gentle }) => measureBackends({ gentle, spawn: spawnTrial, nowMs }),
  nowMs,
  post: (report, transfer = []) => self.postMessage(report, { transfer: [...transfer] }),
  turn: createTurn(),
})

self.onmessage = ({ data }: MessageEvent<Command>) => workshop.receive(data)
// What nobody expected ends the worker's work: the page hears of it as an error of the worker.
workshop.work().catch((error: unknown) => self.reportError(error))
