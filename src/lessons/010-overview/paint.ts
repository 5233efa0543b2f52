/** One stage of the journey, painted into a part of the canvas. In device pixels. */

import type { Plane } from '../../math/plane.ts'
import { paintBars } from '../../paint/bars.ts'
import { colorTable, css, palettes, type ScaleKind } from '../../paint/color.ts'
import { layoutMapGrid, type MapGrid, type MapShape, mapOrigin } from '../../paint/mapGrid.ts'
import { noPixel, paintMapGrid, paintOutlines } from '../../paint/surface.ts'
import type { Surface } from '../../ui/Stage.tsx'

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where the stage stands, and where the one before it: beside it, or above where it is narrow. */
export function placesIn({ width, height }: { readonly width: number; readonly height: number }) {
  if (width < height) {
    const before = Math.floor(height * 0.26)
    const gap = Math.floor(height * 0.06)
    return {
      before: { x: 0, y: 0, width, height: before },
      stage: { x: 0, y: before + gap, width, height: height - before - gap },
    }
  }
  const before = Math.floor(width * 0.25)
  const gap = Math.floor(width * 0.05)
  return {
    before: { x: 0, y: 0, width: before, height },
    stage: { x: before + gap, y: 0, width: width - before - gap, height },
  }
}

/** The area on its way: `progress` 0 is `from`, 1 is `to`; whole pixels. */
export function between(from: Area, to: Area, progress: number): Area {
  const at = (a: number, b: number) => Math.round(a + (b - a) * progress)
  return {
    x: at(from.x, to.x),
    y: at(from.y, to.y),
    width: at(from.width, to.width),
    height: at(from.height, to.height),
  }
}

export type MapsLook = {
  readonly kind: ScaleKind
  readonly limitOfMap: (map: number) => number
  /** 0…1: how much of it is there; maps appear one by one, a single one value by value. */
  readonly share: number
}

/** How many maps (or, of a single map, values) are there. */
export function shownCount({ mapCount, mapHeight, mapWidth }: MapShape, share: number): number {
  return Math.min(1, Math.max(0, share)) * (mapCount === 1 ? mapHeight * mapWidth : mapCount)
}

/** Paints maps as large as whole pixels allow; returns where they are. */
export function paintMaps(
  surface: Surface,
  area: Area,
  plane: Plane,
  look: MapsLook & { readonly shape: MapShape },
): MapGrid & Area {
  const { grid, picture } = pictureOf(surface, area, plane, look)
  surface.context.drawImage(picture, area.x, area.y)
  return { ...grid, x: area.x, y: area.y, width: grid.width, height: grid.height }
}

/** Each map on its way from its place in one area to its place in the other. */
export function paintMoving(
  surface: Surface,
  way: { readonly from: Area; readonly to: Area; readonly progress: number },
  plane: Plane,
  look: MapsLook & { readonly shape: MapShape },
): void {
  const { context, ratio } = surface
  const { grid, picture } = pictureOf(surface, way.from, plane, look)
  const end = layoutMapGrid(look.shape, { ...way.to, gap: gapOf(ratio) })
  context.imageSmoothingEnabled = false
  for (let map = 0; map < grid.mapCount; map++) {
    const place = ({ x, y }: Area, on: MapGrid): Area => ({
      x: x + mapOrigin(on, map).x,
      y: y + mapOrigin(on, map).y,
      width: on.mapWidth * on.zoom,
      height: on.mapHeight * on.zoom,
    })
    const { x, y } = mapOrigin(grid, map)
    const start = place(way.from, grid)
    const now = between(start, place(way.to, end), way.progress)
    context.drawImage(picture, x, y, start.width, start.height, now.x, now.y, now.width, now.height)
  }
}

function gapOf(ratio: number): number {
  return Math.max(1, Math.round(ratio))
}

/** The maps on a canvas of their own, kept from frame to frame. */
function pictureOf(
  { ratio, theme }: Surface,
  area: Area,
  plane: Plane,
  look: MapsLook & { readonly shape: MapShape },
): { readonly grid: MapGrid; readonly picture: HTMLCanvasElement } {
  const grid = layoutMapGrid(look.shape, { ...area, gap: gapOf(ratio) })
  scratch ??= document.createElement('canvas')
  scratch.width = grid.width
  scratch.height = grid.height
  const context = scratch.getContext('2d')
  if (context) {
    paintMapGrid(context, new ImageData(grid.width, grid.height), plane, grid, {
      table: colorTable(look.kind, theme),
      limitOfMap: look.limitOfMap,
      gapPixel: noPixel,
    })
    clearRest(context, grid, shownCount(look.shape, look.share))
    paintOutlines(context, grid, { palette: palettes[theme], ratio })
  }
  return { grid, picture: scratch }
}
let scratch: HTMLCanvasElement | undefined

function clearRest(context: CanvasRenderingContext2D, grid: MapGrid, shown: number) {
  const { mapCount, mapWidth, mapHeight, zoom } = grid
  if (mapCount === 1) {
    for (let cell = Math.ceil(shown); cell < mapWidth * mapHeight; cell++) {
      context.clearRect((cell % mapWidth) * zoom, Math.floor(cell / mapWidth) * zoom, zoom, zoom)
    }
    return
  }
  for (let map = Math.ceil(shown); map < mapCount; map++) {
    const { x, y } = mapOrigin(grid, map)
    context.clearRect(x, y, mapWidth * zoom, mapHeight * zoom)
  }
}

export type BarsLook = {
  readonly kind: ScaleKind
  readonly share: number
  readonly valueOf: (value: number) => string
  readonly fontSize: number
  /** Without the numbers: there is no room for them. */
  readonly small: boolean
}

/** Ten bars, appearing one by one; at most as high as wide. */
export function paintTen({ context, theme }: Surface, area: Area, plane: Plane, look: BarsLook): Area {
  const shown = Math.ceil(look.share * plane.values.length)
  const values = plane.values.map((value, i) => (i < shown ? value : 0))
  const height = Math.min(area.height, Math.round(area.width * 0.8))
  const isProbability = look.kind === 'unsigned'
  context.save()
  context.translate(area.x, area.y)
  paintBars(
    context,
    values,
    {
      lowest: isProbability ? 0 : Math.min(0, ...plane.values),
      highest: isProbability ? 1 : Math.max(0, ...plane.values),
    },
    { width: area.width, height },
    {
      table: colorTable(look.kind, theme),
      palette: palettes[theme],
      font: getComputedStyle(context.canvas).fontFamily,
      fontSize: Math.min(look.fontSize, (area.width / values.length) * (look.small ? 0.6 : 0.36)),
      valueOf: (value) => (value === 0 || look.small ? '' : look.valueOf(value)),
      nameOf: String,
      framed: [],
      line: 1,
      marked: shown === values.length ? values.indexOf(Math.max(...values)) : -1,
    },
  )
  context.restore()
  return { ...area, height }
}

/** From the stage before to this one. */
export function paintArrow({ context, theme, ratio }: Surface, before: Area, stage: Area): void {
  const isBeside = stage.x > before.x
  const x = isBeside ? (before.x + before.width + stage.x) / 2 : before.x + before.width / 2
  const y = isBeside ? Math.min(before.height, stage.height) / 3 : (before.y + before.height + stage.y) / 2
  const size = 5 * ratio
  context.beginPath()
  if (isBeside) {
    context.moveTo(x - size / 2, y - size)
    context.lineTo(x + size / 2, y)
    context.lineTo(x - size / 2, y + size)
  } else {
    context.moveTo(x - size, y - size / 2)
    context.lineTo(x, y + size / 2)
    context.lineTo(x + size, y - size / 2)
  }
  context.lineWidth = 1.5 * ratio
  context.strokeStyle = css(palettes[theme].muted)
  context.stroke()
}
