/**
 * The letters of a canvas, as its style says. Asked once for each size it has and not for each frame: asking makes the browser work
 * styles out between two pictures.
 */
export type Fonts = {
  readonly family: string
  /** For numbers. */
  readonly figures: string
  /** In CSS pixels. */
  readonly sizePx: number
}

const known = new WeakMap<HTMLCanvasElement, Fonts>()

export function fontsOf(canvas: HTMLCanvasElement): Fonts {
  const before = known.get(canvas)
  if (before) return before
  const style = getComputedStyle(canvas)
  const fonts = {
    family: style.fontFamily,
    figures: style.getPropertyValue('--font-figures') || style.fontFamily,
    sizePx: Number.parseFloat(style.fontSize),
  }
  known.set(canvas, fonts)
  return fonts
}

/** Its style may be another one. */
export function forgetFonts(canvas: HTMLCanvasElement): void {
  known.delete(canvas)
}
