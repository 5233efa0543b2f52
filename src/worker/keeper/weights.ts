/** Files of weights: the network of a step for other programs, and one of other programs as the beginning of a run. */
import { yieldToOthers } from '../../data/responsive.ts'
import { FileRefused } from '../../weights/fileRefused.ts'
import { readWeights } from '../../weights/readWeights.ts'
import { weightsFileName, writeWeights } from '../../weights/writeWeights.ts'
import { Refusal, type WeightFiles } from './parts.ts'

export const weightFiles: WeightFiles = {
  async *write({ header, snapshot, fc1Tolerance }, { format }) {
    const { settings, origin, data } = header
    const beganWith = origin.kind === 'weights' ? origin.fileName : null
    const { step, parameters } = snapshot
    const about = { step, seed: settings.seed, beganWith, data: data?.source ?? null, fc1Tolerance }
    const work = writeWeights(parameters, { format, about, writtenMs: Date.now() })
    for (let next = await work.next(); ; next = await work.next()) {
      if (next.done) return { file: next.value, fileName: weightsFileName(format, about) }
      yield next.value
      await yieldToOthers()
    }
  },
  async *read(files, { signal }) {
    yield 0
    try {
      const parameters = await readWeights(files, signal)
      const { fileName } = files.find(({ fileName }) => fileName.endsWith('.json')) ?? files[0]!
      return { parameters, origin: { kind: 'weights', fileName } }
    } catch (error) {
      throw error instanceof FileRefused ? new Refusal(error.problem) : error
    }
  },
}
