/** Weights of a file become step 0 of a new run. The present run is in the library and stays there. */
import { KeepRefusal } from '../../session/keeper.ts'
import type { PageRun } from '../../session/useRun.ts'
import { library, say } from './library.ts'
import { openRun } from './openRun.ts'
import { working } from './working.ts'

/** `files` are one network: a model of TensorFlow.js comes in two. */
export async function openWeights(page: PageRun, files: readonly [File, ...File[]]): Promise<void> {
  const [file] = files
  const sources = files.map((one) => ({ file: one, fileName: one.name }))
  const read = await working({ kind: 'unpacking', name: file.name }, async (following) => {
    try {
      return { weights: await page.keeper.readWeights(sources, following) }
    } catch (error) {
      const isUnknown = error instanceof KeepRefusal && error.problem.code === 'unknown-file'
      if (!isUnknown) throw error
      // A run that somebody packed anew, in another order.
      return { run: await page.keeper.unpack({ file, fileName: file.name }, following) }
    }
  })
  if (read === null) return
  if (read.run) {
    await openRun(page, { id: read.run.id, name: file.name })
    if (read.run.lost.length > 0) say({ kind: 'imported', name: file.name, lost: read.run.lost })
    return
  }
  const { weights } = read
  const begin = () => {
    page.view.goTo(null)
    page.run.startOver({}, weights)
    library.setState({ looking: null })
    say({ kind: 'weights-begun', fileName: file.name })
  }
  if (page.run.store.getState().step === 0) begin()
  else say({ kind: 'weights-read', fileName: file.name, begin })
}
