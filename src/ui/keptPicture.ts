/** The pixels of a grid of maps, kept from paint to paint: where only marks move, the maps are not filled anew. */
import type { Plane } from '../math/plane.ts'
import type { ColorTable } from '../paint/color.ts'
import { fillMapGrid, type MapGrid } from '../paint/mapGrid.ts'
import { noPixel } from '../paint/surface.ts'

export type KeptPicture = {
  readonly filled: (
    plane: Plane,
    grid: MapGrid,
    look: { readonly table: ColorTable; readonly limitOfMap: (map: number) => number },
  ) => ImageData
  /** Null before the first. */
  readonly latest: () => ImageData | null
}

export function createKeptPicture(): KeptPicture {
  let picture: ImageData | null = null
  let held: { readonly plane: Plane; readonly table: ColorTable; readonly rest: string } | null = null
  return {
    latest: () => picture,
    filled(plane, grid, { table, limitOfMap }) {
      if (picture?.width !== grid.width || picture.height !== grid.height) {
        picture = new ImageData(grid.width, grid.height)
        held = null
      }
      const limits = Array.from({ length: grid.mapCount }, (_, map) => limitOfMap(map))
      const rest = [grid.columns, grid.zoom, ...limits].join()
      if (held?.plane === plane && held.table === table && held.rest === rest) return picture
      fillMapGrid(new Uint32Array(picture.data.buffer), plane, grid, {
        table,
        limitOfMap: (map) => limits[map],
        gapPixel: noPixel,
      })
      held = { plane, table, rest }
      return picture
    },
  }
}
