/** Deleting with time to think: a run leaves the list at once, and the device some seconds later. */
import type { RunId } from '../../protocol/keep.ts'
import { KeepRefusal } from '../../session/keeper.ts'
import type { PageRun } from '../../session/useRun.ts'
import { library, say } from './library.ts'

export const patienceMs = 8000

const timers = new Map<RunId, ReturnType<typeof setTimeout>>()

export function removeSoon(page: PageRun, id: RunId): void {
  library.setState({ leaving: [...library.getState().leaving, id] })
  const remove = async () => {
    timers.delete(id)
    try {
      await page.keeper.remove(id)
    } catch (error) {
      if (error instanceof KeepRefusal) say({ kind: 'problem', problem: error.problem })
    }
    keepAfterAll(id)
  }
  timers.set(id, setTimeout(remove, patienceMs))
}

export function keepAfterAll(id: RunId): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  library.setState({ leaving: library.getState().leaving.filter((one) => one !== id) })
}
