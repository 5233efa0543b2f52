/** Run files. Not there yet: every one is unknown. */
import { Refusal, type RunFiles } from './parts.ts'

export const runFiles: RunFiles = {
  // biome-ignore lint/correctness/useYield: it ends at once
  async *pack(run) {
    throw new Refusal({ code: 'unknown-file', fileName: run.header.id })
  },
  // biome-ignore lint/correctness/useYield: it ends at once
  async *unpack({ fileName }) {
    throw new Refusal({ code: 'unknown-file', fileName })
  },
}
