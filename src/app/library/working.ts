/** Long work with a file or a run: one at a time, with progress and a way to stop it; what goes wrong is said. */
import { KeepRefusal } from '../../session/keeper.ts'
import { type FetchProblem, library, say, type Work } from './library.ts'

/** Ends work with a sentence. */
export class FetchRefusal extends Error {
  readonly problem: FetchProblem
  constructor(problem: FetchProblem) {
    super(problem.code)
    this.problem = problem
  }
}

export type Progress = { readonly signal: AbortSignal; readonly progress: (share: number) => void }

/** What `act` comes to; null where it was stopped or went wrong. Work that is under way makes room. */
export async function working<Result>(
  { kind, name }: Pick<Work, 'kind' | 'name'>,
  act: (following: Progress) => Promise<Result>,
): Promise<Result | null> {
  library.getState().work?.stop()
  const controller = new AbortController()
  const { signal } = controller
  const stop = () => controller.abort()
  const show = (share: number | null): Work => ({ kind, name, share, stop })
  library.setState({ work: show(null), message: null })
  try {
    return await act({
      signal,
      progress: (share) => {
        if (!signal.aborted) library.setState({ work: show(share) })
      },
    })
  } catch (error) {
    if (!signal.aborted) say({ kind: 'problem', problem: problemOf(error) })
    return null
  } finally {
    // Another one may have begun.
    if (library.getState().work?.stop === stop) library.setState({ work: null })
  }
}

function problemOf(error: unknown) {
  if (error instanceof KeepRefusal || error instanceof FetchRefusal) return error.problem
  console.error(error)
  return { code: 'keeper-died', reason: error instanceof Error ? error.message : String(error) } as const
}
