/** Files of weights. Not there yet: every one is unknown. */
import { Refusal, type WeightFiles } from './parts.ts'

export const weightFiles: WeightFiles = {
  // biome-ignore lint/correctness/useYield: it ends at once
  async *write({ header }) {
    throw new Refusal({ code: 'unknown-file', fileName: header.id })
  },
  // biome-ignore lint/correctness/useYield: it ends at once
  async *read({ fileName }) {
    throw new Refusal({ code: 'unknown-file', fileName })
  },
}
