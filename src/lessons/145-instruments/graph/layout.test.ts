import { describe, expect, it } from 'vitest'
import { networkGraph } from '../../../network/graph.ts'
import { curveBetween, layoutGraph, neighbour, type PlacedBox } from './layout.ts'
import { isWithin, scopeTree } from './scopes.ts'

const nodes = networkGraph()
const tree = scopeTree(nodes)
const scopes = new Set(
  nodes.flatMap(({ name }) =>
    name
      .split('/')
      .slice(0, -1)
      .map((_, at, parts) => parts.slice(0, at + 1).join('/')),
  ),
)
const sets: [string, ReadonlySet<string>][] = [
  ['closed', new Set()],
  ['with two scopes open', new Set(['1st_layer', '1st_layer/conv1_layer', 'train'])],
  ['with every scope open', scopes],
]

const overlap = (a: PlacedBox, b: PlacedBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const contains = (a: PlacedBox, b: PlacedBox) =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

describe.each(sets)('the picture of the graph, %s,', (_, open) => {
  const { boxes, edges, width, height } = layoutGraph(tree, nodes, open)
  const byId = new Map(boxes.map((placed) => [placed.box.id, placed]))

  it('keeps boxes apart, and what is in a scope inside of it', () => {
    const wrong: string[] = []
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(at + 1)) {
        const inside = isWithin(b.box.id, a.box.id)
        if (inside ? !contains(a, b) : overlap(a, b)) wrong.push(`${a.box.id} ${b.box.id}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('goes from bottom to top along every edge', () => {
    const down = edges.filter(({ from, to }) => {
      const [a, b] = [byId.get(from), byId.get(to)]
      return !a || !b || a.y < b.y + b.height
    })
    expect(down).toEqual([])
  })

  it('is as large as what is in it', () => {
    expect(Math.min(...boxes.map(({ x }) => x))).toBeGreaterThanOrEqual(0)
    expect(Math.min(...boxes.map(({ y }) => y))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...boxes.map((box) => box.x + box.width))).toBeLessThanOrEqual(width)
    expect(Math.max(...boxes.map((box) => box.y + box.height))).toBeLessThanOrEqual(height)
  })

  it('can be walked through with arrow keys, to every box', () => {
    const reached = new Set([boxes[0]!.box.id])
    for (const id of reached) {
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = neighbour(boxes, id, direction)
        if (next !== null) reached.add(next)
      }
    }
    expect(boxes.filter(({ box }) => !reached.has(box.id)).map(({ box }) => box.id)).toEqual([])
  })
})

describe('a curve', () => {
  const [box] = tree.children
  const placed = (x: number, y: number): PlacedBox => ({
    ...{ box: box!, isOpen: false, depth: 0, x, y, width: 100, height: 20 },
  })
  const [low, high] = [placed(0, 200), placed(0, 0)]

  it('goes straight up where nothing stands between', () => {
    expect(curveBetween(low, high, [low, high])).toBe('M50 200C50 110 50 110 50 20')
  })

  it('goes around what stands between', () => {
    const path = curveBetween(low, high, [low, high, placed(-20, 100)])
    // 10 units beside the box, which reaches from −20 to 80.
    expect(path).toMatch(/L90 /)
    // Something stands there: the other side it is.
    expect(curveBetween(low, high, [low, high, placed(-20, 100), placed(85, 60)])).toMatch(/L-30 /)
  })
})
