/** How a bad file is refused: every function here that reads data throws this, and nothing else, for bad data. */
import type { DataProblem } from './problem.ts'

export class DataError extends Error {
  readonly problem: DataProblem
  constructor(problem: DataProblem) {
    super(`${problem.code} ${JSON.stringify(problem)}`)
    this.name = 'DataError'
    this.problem = problem
  }
}
