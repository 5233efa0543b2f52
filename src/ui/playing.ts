/**
 * Where a player stands after `stops` more (a fraction of one, usually). With `jumps` (reduced motion) it stays until a
 * whole stop is due and then stands on the next one: nothing slides.
 */
export function nextPosition(
  position: number,
  stops: number,
  { last, jumps }: { readonly last: number; readonly jumps: boolean },
): number {
  if (!jumps) return Math.min(last, position + stops)
  return stops < 1 ? position : Math.min(last, Math.floor(position) + 1)
}
