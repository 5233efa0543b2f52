/** A hairline around each map: where an image is white at its edge, it shows how far the image goes. */
import { palettes } from '../paint/color.ts'
import type { MapGrid } from '../paint/mapGrid.ts'
import { paintOutlines } from '../paint/surface.ts'
import type { Surface } from '../ui/Stage.tsx'

export function paintFrame({ context, theme, ratio }: Surface, grid: MapGrid): void {
  paintOutlines(context, grid, { palette: palettes[theme], ratio })
}
