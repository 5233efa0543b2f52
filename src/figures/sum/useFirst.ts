/** What a learned number was at step 0 of this run. It never changes: it is asked for once, for its plane may be large. */
import { useEffect, useMemo, useState } from 'react'
import type { Frame } from '../../session/frames.ts'
import { useRun, useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { explain, tapsFor } from '../../sums/explain.ts'
import type { Site } from '../../sums/explanation.ts'

/** Null while no frame has told. */
export function useFirst(site: Site): () => number | null {
  const { frames } = useRunHandle()
  const seed = useRun(({ settings }) => settings.seed)
  const [known, setKnown] = useState<{ site: Site; seed: number; value: number } | null>(null)
  const first = useMemo(() => ({ ...site, version: 'first' }) as const, [site])
  const isKnown = known?.site === site && known.seed === seed
  useWatch(isKnown ? [] : tapsFor(first))
  useEffect(() => {
    if (isKnown) return
    const take = (frame: Frame) => {
      const value = explain(first, { ...frame, seed })?.value
      if (value !== undefined) setKnown({ site, seed, value })
    }
    const latest = frames.latest()
    if (latest) take(latest)
    return frames.subscribe(take)
  }, [frames, first, site, seed, isKnown])
  return () => (isKnown ? known.value : null)
}
