/** What a picture can say about any of its places: the lens asks, wherever the picture stands and whoever covers it. */

export type Reading = {
  /** The true value and where it stands, in words. */
  readonly text: string
  /** The square of the value, in device pixels of the canvas. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export type Readable = {
  /** What stands at a place on the canvas, in device pixels. */
  readonly at: (point: { readonly x: number; readonly y: number }) => Reading | null
  /** What is pointed at now, by pointer or keys. */
  readonly pointed: () => Reading | null
  /** The values alone, without marks and lines over them; where left out, all that is on the canvas is shown. */
  readonly values?: () => ImageData | null
}

const readables = new WeakMap<Element, Readable>()

export function makeReadable(canvas: HTMLCanvasElement, readable: Readable): void {
  readables.set(canvas, readable)
}

export function readableOf(canvas: Element): Readable | null {
  return readables.get(canvas) ?? null
}
