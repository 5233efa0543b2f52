/** Weights of a file become step 0 of a new run. The present run is in the library and stays there. */
import { KeepRefusal } from '../../session/keeper.ts'
import type { PageRun } from '../../session/useRun.ts'
import { library, say } from './library.ts'
import { openRun } from './openRun.ts'
import { working } from './working.ts'

export async function openWeights(page: PageRun, file: File): Promise<void> {
  const source = { file, fileName: file.name }
  const read = await working({ kind: 'unpacking', name: file.name }, async (following) => {
    try {
      return { weights: await page.keeper.readWeights(source, following) }
    } catch (error) {
      const isUnknown = error instanceof KeepRefusal && error.problem.code === 'unknown-file'
      if (!isUnknown) throw error
      // A run that somebody packed anew, in another order.
      return { run: await page.keeper.unpack(source, following) }
    }
  })
  if (read === null) return
  if (read.run) {
    await openRun(page, { id: read.run.id, name: file.name })
    if (read.run.lost.length > 0) say({ kind: 'imported', name: file.name, lost: read.run.lost })
    return
  }
  const { origin, checkpoint } = read.weights
  const begin = () => {
    page.view.goTo(null)
    page.run.startOver({}, { origin, parameters: checkpoint.network.parameters })
    library.setState({ looking: null })
    say({ kind: 'weights-begun', fileName: file.name })
  }
  if (page.run.store.getState().step === 0) begin()
  else say({ kind: 'weights-read', fileName: file.name, begin })
}
