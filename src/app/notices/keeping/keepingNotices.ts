/** Which messages about kept runs there are at this moment. Pure. */
import type { FileProblem, KeepProblem } from '../../../protocol/keep.ts'
import type { KeeperState } from '../../../session/keeper.ts'
import type { Offered, OfferState } from '../../../session/offer.ts'

export type KeepingNotice = { readonly key: string } & (
  | { readonly kind: 'offer'; readonly offered: Offered }
  | { readonly kind: 'problem'; readonly problem: KeepProblem | FileProblem }
  | { readonly kind: 'inexact'; readonly inexact: NonNullable<OfferState['inexact']> }
)

/** `step` is that of the present run: without one, not being able to keep it costs nobody anything. */
export function keepingNoticesOf(
  { offered, problem, inexact }: OfferState,
  keeping: KeeperState['problem'],
  step: number,
): readonly KeepingNotice[] {
  const notices: KeepingNotice[] = []
  if (offered) notices.push({ kind: 'offer', offered, key: `offer ${offered.id} ${offered.because}` })
  if (problem) notices.push({ kind: 'problem', problem, key: JSON.stringify(problem) })
  if (keeping !== null && keeping !== 'starting' && (step > 0 || !isCalm(keeping))) {
    // Not with its numbers: how full storage is changes with each attempt.
    notices.push({ kind: 'problem', problem: keeping, key: `keeping ${keeping.code}` })
  }
  if (inexact) notices.push({ kind: 'inexact', inexact, key: JSON.stringify(inexact) })
  return notices
}

const isCalm = ({ code }: KeepProblem) => code === 'other-tab' || code === 'no-storage'
