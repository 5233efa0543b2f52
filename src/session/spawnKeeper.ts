/** Alone in its file: the bundler finds the worker by exactly this expression. */
import type { KeeperWorker } from './keeper.ts'

export function spawnKeeper(): KeeperWorker {
  return new Worker(new URL('../worker/keeper/keeperWorker.ts', import.meta.url), {
    type: 'module',
    name: 'faltwerk-keeper',
  })
}
