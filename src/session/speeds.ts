/** What a step took on WASM, with all threads and with one fewer: measured by the run's own steps, never guessed. */

export type Speed = { readonly threads: number; readonly msPerStep: number }
export type Speeds = { readonly usual: Speed | null; readonly gentle: Speed | null }

export const noSpeeds: Speeds = { usual: null, gentle: null }

/** Steps after which their median is worth keeping: the first ones on a backend are slower. */
export const stepsForSpeed = 10

export type GentleCost =
  /** As many threads as without: there is no other, or there are more cores than threads. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'measured'; readonly usual: Speed; readonly gentle: Speed }

/** What the gentle setting costs here; `present` is what WASM computes with now, null while it does not. */
export function gentleCost(
  { usual, gentle }: Speeds,
  present: { readonly threads: number; readonly gentle: boolean } | null,
): GentleCost {
  if (present && !present.gentle && present.threads === 1) return { kind: 'none' }
  if (usual === null || gentle === null) return { kind: 'unknown' }
  return usual.threads === gentle.threads ? { kind: 'none' } : { kind: 'measured', usual, gentle }
}
