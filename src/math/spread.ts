/** Of `length` places every n-th, the last one always, so that at most `limit` are left: what a screen can show of a long curve. */
export function spreadPlaces(length: number, limit: number): number[] {
  const every = Math.ceil(length / limit) || 1
  const first = length === 0 ? 0 : (length - 1) % every
  return Array.from({ length: Math.ceil(length / every) }, (_, at) => first + at * every)
}
