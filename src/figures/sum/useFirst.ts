/** What a learned number was at step 0 of this run. */
import { useMemo } from 'react'
import type { Site } from '../../sums/explanation.ts'
import { useSum } from './useSum.ts'

/** Null while the frame does not hold it. */
export function useFirst(site: Site): () => number | null {
  const first = useMemo(() => ({ ...site, version: 'first' }) as const, [site])
  const { read } = useSum(first)
  return () => read()?.value ?? null
}
