/** Where the boxes of the graph stand: bottom-up, an open scope around what is in it. Pure; 16 units are 1 rem. */
import type { GraphNode } from '../../../network/graph.ts'
import { type Box, childEdges, type Edge, layersOf, visibleEdges } from './scopes.ts'

export type PlacedBox = {
  readonly box: Box
  readonly isOpen: boolean
  readonly depth: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type Layout = {
  readonly width: number
  readonly height: number
  /** A scope comes before what is in it. */
  readonly boxes: readonly PlacedBox[]
  readonly edges: readonly Edge[]
}

const boxHeight = 27
const rowGap = 20
const columnGap = 14
const padding = 10
/** Beside everything, for curves that go around boxes. */
const margin = 28
const headHeight = 24
/** A row that would become wider continues below. */
const widestRow = 760
const unitsPerLetter = 7.4
/** What stands behind the name: an operation, or a cost. */
const lettersBehind = 10

type Sized = {
  readonly box: Box
  readonly isOpen: boolean
  readonly width: number
  readonly height: number
  readonly rows: readonly (readonly Sized[])[]
}

export function layoutGraph(root: Box, nodes: readonly GraphNode[], open: ReadonlySet<string>): Layout {
  const sized = sizeOf(root, open, true)
  const boxes = place(sized, { x: margin - padding, y: -padding, depth: -1 }).slice(1)
  return {
    width: sized.width - 2 * padding + 2 * margin,
    height: sized.height - 2 * padding,
    boxes,
    edges: visibleEdges(nodes, open),
  }
}

function sizeOf(box: Box, open: ReadonlySet<string>, isRoot = false): Sized {
  const isOpen = isRoot || (box.node === null && open.has(box.id))
  const behind = Math.max(box.node?.operation.length ?? 0, lettersBehind)
  const ownWidth = 30 + unitsPerLetter * box.label.length + 6.4 * behind
  if (!isOpen) return { box, isOpen, width: ownWidth, height: boxHeight, rows: [] }
  const rows = rowsOf(box, open)
  const head = isRoot ? 0 : headHeight
  const width = Math.max(isRoot ? 0 : ownWidth + 24, ...rows.map(rowWidth)) + 2 * padding
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)))
  const height = heights.reduce((sum, one) => sum + one + rowGap, -rowGap) + head + 2 * padding
  return { box, isOpen, width, height, rows }
}

function rowWidth(row: readonly Sized[]): number {
  return row.reduce((sum, { width }) => sum + width + columnGap, -columnGap)
}

/** The children in rows, the lowest first; within a row as they stand above what they take from. */
function rowsOf(box: Box, open: ReadonlySet<string>): readonly (readonly Sized[])[] {
  const layers = layersOf(box)
  if (layers === null) throw new Error(`The scopes in ${box.id} take from each other in a circle.`)
  const edges = childEdges(box)
  const centre = new Map<string, number>()
  const rows: Sized[][] = []
  const highest = Math.max(...layers.values())
  for (let layer = 0; layer <= highest; layer++) {
    const children = box.children.filter(({ id }) => layers.get(id) === layer)
    const wanted = (child: Box): number => {
      const below = edges.filter(({ to }) => to === child.id).map(({ from }) => centre.get(from) ?? 0)
      return below.length === 0 ? 0 : below.reduce((sum, x) => sum + x, 0) / below.length
    }
    const ordered = children
      .map((child) => ({ sized: sizeOf(child, open), wanted: wanted(child) }))
      .sort((one, other) => one.wanted - other.wanted)
    let row: Sized[] = []
    for (const { sized } of ordered) {
      if (row.length > 0 && rowWidth([...row, sized]) > widestRow) {
        rows.push(row)
        row = []
      }
      row.push(sized)
    }
    rows.push(row)
    for (const placed of [...rows].slice(-3)) {
      let x = -rowWidth(placed) / 2
      for (const { box: child, width } of placed) {
        centre.set(child.id, x + width / 2)
        x += width + columnGap
      }
    }
  }
  return rows
}

function place(
  sized: Sized,
  at: { readonly x: number; readonly y: number; readonly depth: number },
): PlacedBox[] {
  const { box, isOpen, width, height, rows } = sized
  const { x, y, depth } = at
  const placed: PlacedBox[] = [{ box, isOpen, depth, x, y, width, height }]
  let bottom = y + height - padding
  for (const row of rows) {
    const rowHeight = Math.max(...row.map((one) => one.height))
    let left = x + (width - rowWidth(row)) / 2
    for (const one of row) {
      const top = bottom - rowHeight + (rowHeight - one.height) / 2
      placed.push(...place(one, { x: left, y: top, depth: depth + 1 }))
      left += one.width + columnGap
    }
    bottom -= rowHeight + rowGap
  }
  return placed
}

/** A curve from the top of one box to the bottom of another, around what stands between them, as SVG writes it. */
export function curveBetween(from: PlacedBox, to: PlacedBox, boxes: readonly PlacedBox[]): string {
  const [x1, y1] = [from.x + from.width / 2, from.y]
  const [x2, y2] = [to.x + to.width / 2, to.y + to.height]
  const between = boxes.filter(({ y, height }) => y + height <= y1 && y >= y2)
  const meets = (one: PlacedBox, low: number, high: number) => one.x < high && one.x + one.width > low
  const inTheWay = between.filter((one) => meets(one, Math.min(x1, x2), Math.max(x1, x2)))
  const write = (...numbers: number[]) => numbers.map((value) => Math.round(value * 10) / 10).join(' ')
  if (inTheWay.length === 0) {
    const bend = Math.max(8, (y1 - y2) / 2)
    return `M${write(x1, y1)}C${write(x1, y1 - bend, x2, y2 + bend, x2, y2)}`
  }
  /** Beside what is in the way, and beside what stands there. */
  const sideOf = (edgeOf: (edges: readonly number[]) => number, gap: number): number => {
    let passed: readonly PlacedBox[] = inTheWay
    for (;;) {
      const side = edgeOf(passed.flatMap(({ x, width }) => [x, x + width])) + gap
      const more = between.filter((one) => !passed.includes(one) && meets(one, side - 4, side + 4))
      if (more.length === 0) return side
      passed = [...passed, ...more]
    }
  }
  const left = sideOf((edges) => Math.min(...edges), -10)
  const right = sideOf((edges) => Math.max(...edges), 10)
  const wayBy = (side: number) => Math.abs(x1 - side) + Math.abs(x2 - side)
  const side = wayBy(left) <= wayBy(right) ? left : right
  const bend = Math.min(rowGap, (y1 - y2) / 4)
  return [
    `M${write(x1, y1)}C${write(x1, y1 - bend, side, y1 - bend / 2, side, y1 - 1.5 * bend)}`,
    `L${write(side, y2 + 1.5 * bend)}C${write(side, y2 + bend / 2, x2, y2 + bend, x2, y2)}`,
  ].join('')
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The nearest box in a direction: what the arrow keys go to. */
export function neighbour(boxes: readonly PlacedBox[], id: string, direction: Direction): string | null {
  const here = boxes.find(({ box }) => box.id === id)
  if (!here) return boxes[0]?.box.id ?? null
  const middle = ({ x, y, width, height }: PlacedBox) => ({ x: x + width / 2, y: y + height / 2 })
  const a = middle(here)
  const sign = direction === 'up' || direction === 'left' ? -1 : 1
  let best: { readonly id: string; readonly far: number } | null = null
  for (const other of boxes) {
    if (other === here) continue
    const b = middle(other)
    const isVertical = direction === 'up' || direction === 'down'
    const ahead = sign * (isVertical ? b.y - a.y : b.x - a.x)
    const beside = Math.abs(isVertical ? b.x - a.x : b.y - a.y)
    if (ahead <= 1) continue
    const far = ahead + 2 * beside
    if (best === null || far < best.far) best = { id: other.box.id, far }
  }
  return best?.id ?? null
}
