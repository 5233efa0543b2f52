/** The watched digit and the `digit` of the address follow each other. */
import type { Frames } from '../session/frames.ts'

export type DigitAddress = {
  /** Index in the test set; null where the address names none. */
  readonly read: () => number | null
  readonly write: (digit: number) => void
  /** Calls `changed` when the visitor went to another address. */
  readonly onVisit: (changed: () => void) => void
}

export function followDigit(frames: Pick<Frames, 'showDigit' | 'subscribe'>, address: DigitAddress): void {
  // What the address is known to say. A visit that says the same, by a link to a lesson, leaves a drawing as it is.
  let noted = address.read() ?? 0
  frames.subscribe(({ digit }) => {
    if (digit.from !== 'test' || digit.index === noted) return
    noted = digit.index
    address.write(noted)
  })
  address.onVisit(() => {
    const wanted = address.read()
    if (wanted === noted) return
    if (wanted === null) {
      // The address goes on naming the digit on the screen. The first one needs no name.
      if (noted !== 0) address.write(noted)
      return
    }
    noted = wanted
    frames.showDigit({ from: 'test', index: wanted })
  })
}
