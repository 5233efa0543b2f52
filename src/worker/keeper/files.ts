/** Run files: what the keeper has of a run, packed and unpacked. */
import { fileEnding } from '../../runFile/layout.ts'
import { readRunFile } from '../../runFile/read.ts'
import { writeRunFile } from '../../runFile/write.ts'
import { FileRefused } from '../../weights/fileRefused.ts'
import { Refusal, type RunFiles, type WholeRun } from './parts.ts'

export const runFiles: RunFiles = {
  async *pack(run, { canContinue }) {
    const file = yield* writeRunFile(run, { canContinue, writtenMs: Date.now() })
    return { file, fileName: fileNameOf(run) }
  },
  async *unpack(source, { signal }) {
    try {
      return yield* readRunFile(source, { signal })
    } catch (error) {
      throw error instanceof FileRefused ? new Refusal(error.problem) : error
    }
  },
}

/** The run's name, as far as every system takes it for a file; without one, what tells it from others. */
export function fileNameOf({ header }: Pick<WholeRun, 'header'>): string {
  const { name, settings, step } = header
  const plain = (name ?? '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')
  const short = plain.replace(/^-|-$/g, '').slice(0, 60)
  return `${short || `faltwerk-seed${settings.seed}-step${step}`}${fileEnding}`
}
