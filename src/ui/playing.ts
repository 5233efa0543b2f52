export type PlayingOptions = {
  readonly last: number
  /** Moves in steps of so many stops, from one whole stop to another; 0: slides. */
  readonly jump: number
}

/**
 * Where a player stands when `stops` more are due (a fraction of one, usually), and how many of them are still due then:
 * one that jumps waits until a whole jump is.
 */
export function nextPosition(
  position: number,
  stops: number,
  { last, jump }: PlayingOptions,
): { readonly position: number; readonly due: number } {
  if (jump === 0) return { position: Math.min(last, position + stops), due: 0 }
  const jumps = Math.floor(stops / jump)
  if (jumps === 0) return { position, due: stops }
  return { position: Math.min(last, Math.floor(position) + jumps * jump), due: stops - jumps * jump }
}
