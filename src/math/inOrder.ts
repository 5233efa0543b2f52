/** Lists that a run makes longer and longer, kept in step order and bounded. */

type Stepped = { readonly step: number }

/**
 * What comes again – after a takeover steps are computed again – replaces what was there from that step on. Above `limit`
 * entries the one whose neighbours are nearest to each other goes, of several the oldest, never the first or the last.
 */
export function inOrder<Entry extends Stepped>(
  entries: readonly Entry[],
  added: readonly Entry[],
  limit: number,
): readonly Entry[] {
  const [first] = added
  if (!first) return entries
  const joined = [...entries.filter(({ step }) => step < first.step), ...added]
  while (joined.length > limit) joined.splice(mostCrowded(joined), 1)
  return joined
}

export function mostCrowded(entries: readonly Stepped[]): number {
  let [place, least] = [1, Number.POSITIVE_INFINITY]
  for (let at = 1; at < entries.length - 1; at++) {
    const gap = entries[at + 1]!.step - entries[at - 1]!.step
    if (gap < least) [place, least] = [at, gap]
  }
  return place
}

/** Above `limit` entries every second one is dropped, never the last. */
export function halvedAbove<Entry>(entries: readonly Entry[], limit: number): readonly Entry[] {
  if (entries.length <= limit) return entries
  return entries.filter((_, place) => (entries.length - 1 - place) % 2 === 0)
}
