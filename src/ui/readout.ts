/** The sentence under a picture that says the value pointed at. */

/**
 * Writes `text`. `moved`: another place is pointed at, and a screen reader hears of it; what only changed because
 * the training went on is written in silence, or nobody could listen to anything else.
 */
export function writeReadout(output: HTMLOutputElement, text: string, { moved }: { moved: boolean }): void {
  const live = moved ? 'polite' : 'off'
  if (output.getAttribute('aria-live') !== live) output.setAttribute('aria-live', live)
  if (output.textContent !== text) output.textContent = text
}
