/** Pure geometry of the lens: what it shows, how large, and where it stands. */

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Size = { readonly width: number; readonly height: number }

/** So many values stand side by side in the lens, or about. */
const valuesAcross = 9

/**
 * How many times larger the lens draws the pixels of a picture: whole, so that every value stays a sharp square, and at
 * least twice.
 */
export function lensZoom(lens: Size, value: Size | null): number {
  // A bar is no square: what counts is how wide it is, up to a fifth of the lens.
  const side = value === null ? lens.width / 3 / valuesAcross : Math.min(value.width, lens.width / 5)
  return Math.max(2, Math.round(lens.width / valuesAcross / side))
}

/** The part of the picture that fills the lens, its middle at `middle`. In pixels of the picture. */
export function lensSource(
  lens: Size,
  zoom: number,
  middle: { readonly x: number; readonly y: number },
): Box {
  const width = lens.width / zoom
  const height = lens.height / zoom
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}

/**
 * Top left corner of the lens: above what it enlarges, so that neither pointer nor finger is in the way; below where there
 * is no room above. Always within the window.
 */
export function lensCorner(
  lens: Size,
  window: Size,
  at: { readonly x: number; readonly y: number },
  distance: number,
): { x: number; y: number } {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most))
  const above = at.y - distance - lens.height
  return {
    x: clamp(at.x - lens.width / 2, window.width - lens.width),
    y: clamp(above >= 0 ? above : at.y + distance, window.height - lens.height),
  }
}
