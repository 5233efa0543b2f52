/** The explanation of the open number, of the newest frame; worked out once for each frame, whoever reads it. */
import { useMemo } from 'react'
import type { Frame } from '../../session/frames.ts'
import { useRunHandle } from '../../session/useRun.ts'
import { useWatch } from '../../session/useWatch.ts'
import { explain, tapsFor } from '../../sums/explain.ts'
import type { Explanation, Site } from '../../sums/explanation.ts'

type Kind = Explanation['kind']
type OfKind<K extends Kind> = Extract<Explanation, { kind: K }>

export type Sum = {
  readonly site: Site
  /** Null while the frame does not hold what the sum needs. */
  readonly read: () => Explanation | null
  readonly frame: () => Frame | null
  readonly subscribe: (changed: () => void) => () => void
}

export type SumOf<K extends Kind> = Omit<Sum, 'read'> & { readonly read: () => OfKind<K> | null }

/** Watches all that the sum of `site` needs. */
export function useSum(site: Site): Sum {
  const { frames, store } = useRunHandle()
  useWatch(tapsFor(site))
  return useMemo(() => {
    let frame: Frame | null = null
    let known: Explanation | null = null
    return {
      site,
      frame: () => frames.latest(),
      subscribe: (changed) => frames.subscribe(changed),
      read() {
        const latest = frames.latest()
        if (latest && latest !== frame) {
          frame = latest
          known = explain(site, { ...latest, seed: store.getState().settings.seed })
        }
        return known
      },
    }
  }, [frames, store, site])
}

/** The same for those who know which kind the sums of this tap are. */
export function sumOf<K extends Kind>(sum: Sum, kind: K): SumOf<K> {
  const isOne = (explanation: Explanation): explanation is OfKind<K> => explanation.kind === kind
  return {
    ...sum,
    read() {
      const explanation = sum.read()
      return explanation && isOne(explanation) ? explanation : null
    },
  }
}
