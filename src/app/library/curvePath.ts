/** A loss curve too small for axes, as the path of an SVG. The scale is logarithmic: the loss falls by factors. */

/** A loss of nearly 0 would push everything else to the top. */
const smallestShown = 1e-3

/** In a box of `width` × `height`; '' where there is nothing to draw. */
export function curvePath(
  points: readonly { readonly step: number; readonly loss: number }[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const logs = points
    .filter(({ loss }) => Number.isFinite(loss))
    .map(({ step, loss }) => ({ step, log: Math.log(Math.max(smallestShown, loss)) }))
  const [first, last] = [logs[0], logs.at(-1)]
  if (!first || !last) return ''
  const low = Math.min(...logs.map(({ log }) => log))
  const high = Math.max(...logs.map(({ log }) => log), low + 0.1)
  const span = Math.max(1, last.step - first.step)
  const places = logs.map(({ step, log }) => {
    const x = ((step - first.step) / span) * width
    const y = ((high - log) / (high - low)) * height
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  // One point alone is a dot: a line of no length with round ends.
  return `M${places.join('L')}${places.length === 1 ? `L${places[0]}` : ''}`
}
