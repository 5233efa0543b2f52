/** How a file is refused: every reader here throws this, and nothing else, for a file it does not take. */
import type { FileProblem } from '../protocol/keep.ts'

export class FileRefused extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(`${problem.code} ${JSON.stringify(problem)}`)
    this.name = 'FileRefused'
    this.problem = problem
  }
}

export function damaged(fileName: string, where: string): FileRefused {
  return new FileRefused({ code: 'file-damaged', fileName, where })
}
