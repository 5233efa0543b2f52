/** Where the images of a batch stand, each with a bar and a number below it. All in device pixels. */
import { imageSide } from '../../network/spec.ts'

export type StripGrid = {
  readonly count: number
  readonly columns: number
  /** Device pixels per pixel of an image: whole. */
  readonly zoom: number
  readonly gap: number
  /** Of the bar and the number. */
  readonly foot: number
  readonly width: number
  readonly height: number
}

/** The largest whole zoom with which all fit into the box; at least `least`, where they then need more height. */
export function layoutStrip(
  count: number,
  box: { readonly width: number; readonly height: number; readonly gap: number; readonly foot: number },
  least: number,
): StripGrid {
  const at = (zoom: number): StripGrid => {
    const { gap, foot } = box
    const side = imageSide * zoom
    const columns = Math.max(1, Math.min(count, Math.floor((box.width + gap) / (side + gap))))
    const rows = Math.ceil(count / columns)
    const even = Math.ceil(count / rows)
    return {
      count,
      columns: even,
      zoom,
      gap,
      foot,
      width: even * (side + gap) - gap,
      height: rows * (side + foot + gap) - gap,
    }
  }
  for (let zoom = 8 * least; zoom > least; zoom--) if (at(zoom).height <= box.height) return at(zoom)
  return at(least)
}

export function cellOf(grid: StripGrid, rank: number): { readonly x: number; readonly y: number } {
  const side = imageSide * grid.zoom
  return {
    x: (rank % grid.columns) * (side + grid.gap),
    y: Math.floor(rank / grid.columns) * (side + grid.foot + grid.gap),
  }
}

export function rankAt(grid: StripGrid, { x, y }: { readonly x: number; readonly y: number }): number | null {
  const side = imageSide * grid.zoom
  const column = Math.floor(x / (side + grid.gap))
  const rank = Math.floor(y / (side + grid.foot + grid.gap)) * grid.columns + column
  return x < 0 || y < 0 || column >= grid.columns || rank >= grid.count ? null : rank
}
