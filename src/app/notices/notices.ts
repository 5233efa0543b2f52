/** Which messages the page has for its reader at this moment. Pure; the words come from `i18n`. */
import type { Problem } from '../../protocol/messages.ts'
import type { RunState, Takeover } from '../../session/state.ts'
import type { Offline } from '../offline/offlineStore.ts'

export type Notice = {
  /** Changes with the content: what was dismissed once may come back as something else. */
  readonly key: string
} & (
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** MNIST could not be had; the built-in digits stepped in. */
  | { readonly kind: 'passed-over'; readonly problem: Problem }
  /** The first loading was cancelled or failed. */
  | { readonly kind: 'no-data' }
  | { readonly kind: 'takeover'; readonly takeover: Takeover }
  | { readonly kind: 'update' }
  | { readonly kind: 'plain-http' }
  | { readonly kind: 'one-file' }
)

type Situation = Pick<RunState, 'problem' | 'loadProblem' | 'passedOver' | 'takeover' | 'run'> & {
  readonly lacksData: boolean
}

/** The most urgent first. */
export function noticesOf(
  run: Situation,
  page: { readonly offline: Offline; readonly secure: boolean },
): readonly Notice[] {
  const notices: Notice[] = []
  const keyOf = (kind: string, content: unknown) => `${kind} ${run.run} ${JSON.stringify(content)}`
  for (const problem of [run.problem, run.loadProblem]) {
    if (problem) notices.push({ kind: 'problem', problem, key: keyOf('problem', problem) })
  }
  if (run.lacksData) notices.push({ kind: 'no-data', key: 'no-data' })
  if (run.passedOver) {
    notices.push({ kind: 'passed-over', problem: run.passedOver, key: JSON.stringify(run.passedOver) })
  }
  if (run.takeover) {
    notices.push({ kind: 'takeover', takeover: run.takeover, key: keyOf('takeover', run.takeover) })
  }
  if (page.offline.state === 'one-file') notices.push({ kind: 'one-file', key: 'one-file' })
  else if (!page.secure) notices.push({ kind: 'plain-http', key: 'plain-http' })
  if (page.offline.updateReady) notices.push({ kind: 'update', key: 'update' })
  return notices
}
