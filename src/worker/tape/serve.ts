/** The tape's worker: commands in, frames of kept networks out. It learns nothing. */
import type { KeptStepAnswer, TapeCommand, TapeReport } from '../../protocol/tape.ts'
import { createViewer } from '../../training/viewer.ts'
import { type OpenBackend, openBackend } from '../backends.ts'
import { createTurn } from '../loop.ts'
import { createKeptSteps } from './keptSteps.ts'
import { createProjector, type Projector } from './projector.ts'

/**
 * One thread, so that the training keeps its own; without WASM on the processor. Memory: packed steps (64 MB at most), the weights a run
 * began with (13 MB), and for each lane a network on the backend (13 MB, twice where `first/` taps are watched).
 */
export function serveTape(): void {
  const post = (report: TapeReport, transfer: readonly ArrayBuffer[] = []) =>
    self.postMessage(report, { transfer: [...transfer] })
  const failed = (error: unknown) => self.reportError(error)
  let projector: Promise<Projector> | null = null

  async function open(keeper: MessagePort): Promise<Projector> {
    const keptSteps = createKeptSteps((wish) => keeper.postMessage(wish))
    keeper.onmessage = ({ data }: MessageEvent<KeptStepAnswer>) => keptSteps.receive(data)
    const { name } = await openOne()
    post({ type: 'opened', backend: name === 'wasm' ? 'wasm' : 'cpu' })
    return createProjector({ keptSteps, createViewer, post, turn: createTurn(), failed })
  }

  self.onmessage = async ({ data }: MessageEvent<TapeCommand>) => {
    try {
      switch (data.type) {
        case 'open':
          projector = open(data.keeper)
          await projector
          return
        case 'show':
          ;(await projector)?.show(data)
          return
        case 'forget':
          ;(await projector)?.forget(data.lane)
          return
        default:
          data satisfies never
      }
    } catch (error) {
      failed(error)
    }
  }
}

async function openOne(): Promise<OpenBackend> {
  try {
    return await openBackend('wasm', { threads: 1 })
  } catch {
    return openBackend('cpu', { threads: 1 })
  }
}
