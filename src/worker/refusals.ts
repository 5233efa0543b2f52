import type { Problem, RunSettings } from '../protocol/messages.ts'
import type { Refusal } from './engine.ts'

/** What the page must be told when backends refuse: that none works at all, or that the wanted one does not. */
export function problemOf(
  refused: readonly Refusal[],
  wanted: RunSettings['backend'],
  { isAnyLeft }: { readonly isAnyLeft: boolean },
): Problem | null {
  if (!isAnyLeft) {
    const reasons = refused.map(({ backend, reason }) => `${backend}: ${reason}`)
    return { code: 'no-backend-works', reasons }
  }
  const refusal = refused.find(({ backend }) => backend === wanted)
  return refusal ? { code: 'backend-unavailable', ...refusal } : null
}
