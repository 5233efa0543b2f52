/** Pictures of watched digits, for a worker that has no digits of its own. */
import type { WatchedDigit } from '../protocol/messages.ts'
import type { Digits, DigitsQuery } from './digits.ts'

export type DigitImage = {
  readonly digit: WatchedDigit
  /** 28 × 28, 0 … 1. */
  readonly imageHW: Float32Array
  readonly label: number | null
}

export type DigitImages = {
  /** At once where it is known, else as soon as it comes. Null where there is no such digit. */
  readonly of: (digit: WatchedDigit) => DigitImage | Promise<DigitImage | null>
  readonly forget: () => void
}

/** Enough to go back and forth between a few. */
const remembered = 16

export function createDigitImages(request: (query: DigitsQuery) => Promise<Digits>): DigitImages {
  const known = new Map<string, DigitImage>()

  async function fetched(
    digit: Exclude<WatchedDigit, { from: 'drawing' }>,
    key: string,
  ): Promise<DigitImage | null> {
    const { from, index } = digit
    const ask = (at: number) => request({ split: from, label: null, offset: 0, count: 0, indices: [at] })
    let digits = await ask(index)
    // An index past the end starts again, as in the worker of the run.
    const { matching } = digits
    if (digits.labels.length === 0 && matching > 0) {
      digits = await ask(((Math.trunc(index) % matching) + matching) % matching)
    }
    const [label] = digits.labels
    const [place] = digits.indices
    if (label === undefined || place === undefined) return null
    const imageHW = Float32Array.from(digits.imagesNHW, (byte) => byte / 255)
    const image: DigitImage = { digit: { from, index: place }, imageHW, label }
    const [oldest] = known.keys()
    if (known.size >= remembered && oldest !== undefined) known.delete(oldest)
    known.set(key, image)
    return image
  }

  return {
    of(digit) {
      if (digit.from === 'drawing') return { digit, imageHW: digit.imageHW, label: null }
      const key = `${digit.from}/${digit.index}`
      return known.get(key) ?? fetched(digit, key)
    },
    forget: () => known.clear(),
  }
}
