/** The graph as boxes within boxes: name scopes, what is visible when some are open, and what lies below what. Pure. */
import type { GraphNode } from '../../../network/graph.ts'

/** A scope with what is in it, or one node. */
export type Box = {
  /** The whole name; '' for the graph itself. */
  readonly id: string
  /** The last part of the name. */
  readonly label: string
  readonly children: readonly Box[]
  readonly node: GraphNode | null
}

/** Tensors that flow from one visible box to another. */
export type Edge = {
  readonly from: string
  readonly to: string
  /** Names of the nodes whose output they are. */
  readonly tensors: readonly string[]
}

/** The boxes of a graph, in the order of its nodes. */
export function scopeTree(nodes: readonly GraphNode[]): Box {
  const boxOf = (id: string, inside: readonly GraphNode[]): Box => {
    const depth = id === '' ? 0 : id.split('/').length
    const label = id.split('/').at(-1) ?? ''
    const [first] = inside
    if (inside.length === 1 && first?.name === id) return { id, label, children: [], node: first }
    const ids = new Set(
      inside.map(({ name }) =>
        name
          .split('/')
          .slice(0, depth + 1)
          .join('/'),
      ),
    )
    const children = [...ids].map((child) =>
      boxOf(
        child,
        inside.filter(({ name }) => isWithin(name, child)),
      ),
    )
    return { id, label, children, node: null }
  }
  return boxOf('', nodes)
}

/** Whether a node or scope is in this scope, or is it. */
export function isWithin(name: string, scope: string): boolean {
  return scope === '' || name === scope || name.startsWith(`${scope}/`)
}

export function nodesWithin(box: Box): readonly GraphNode[] {
  return box.node ? [box.node] : box.children.flatMap(nodesWithin)
}

export function boxAt(root: Box, id: string): Box | null {
  if (root.id === id) return root
  const child = root.children.find((one) => isWithin(id, one.id))
  return child ? boxAt(child, id) : null
}

/** The box in which a node is seen: its first scope that is closed, else itself. */
export function visibleBox(name: string, open: ReadonlySet<string>): string {
  const parts = name.split('/')
  for (let count = 1; count < parts.length; count++) {
    const scope = parts.slice(0, count).join('/')
    if (!open.has(scope)) return scope
  }
  return name
}

/** What flows between visible boxes: nothing within a closed one. */
export function visibleEdges(nodes: readonly GraphNode[], open: ReadonlySet<string>): readonly Edge[] {
  const tensors = new Map<string, Set<string>>()
  for (const { name, inputs } of nodes) {
    const to = visibleBox(name, open)
    for (const input of inputs) {
      const from = visibleBox(input, open)
      if (from === to) continue
      const key = `${from}\n${to}`
      tensors.set(key, (tensors.get(key) ?? new Set()).add(input))
    }
  }
  return [...tensors].map(([key, names]) => {
    const [from = '', to = ''] = key.split('\n')
    return { from, to, tensors: [...names] }
  })
}

/** Which children of a box take from which others. */
export function childEdges(parent: Box): readonly { readonly from: string; readonly to: string }[] {
  const nodes = nodesWithin(parent)
  const childOf = (name: string) => parent.children.find(({ id }) => isWithin(name, id))?.id
  const found = new Map<string, { from: string; to: string }>()
  for (const { name, inputs } of nodes) {
    const to = childOf(name)
    for (const input of inputs) {
      const from = childOf(input)
      if (from && to && from !== to) found.set(`${from}\n${to}`, { from, to })
    }
  }
  return [...found.values()]
}

/**
 * The layer of each child, 0 at the bottom: one above the highest it takes from. What takes from none stands right below
 * what takes from it. Null where they take from each other in a circle.
 */
export function layersOf(parent: Box): ReadonlyMap<string, number> | null {
  const edges = childEdges(parent)
  const layers = new Map<string, number>()
  const underway = new Set<string>()
  const layerOf = (id: string): number => {
    const known = layers.get(id)
    if (known !== undefined) return known
    if (underway.has(id)) return Number.NaN
    underway.add(id)
    const below = edges.filter(({ to }) => to === id).map(({ from }) => layerOf(from))
    const layer = below.length === 0 ? 0 : Math.max(...below) + 1
    layers.set(id, layer)
    return layer
  }
  for (const { id } of parent.children) layerOf(id)
  if ([...layers.values()].some(Number.isNaN)) return null
  for (const { id } of parent.children) {
    if (edges.some(({ to }) => to === id)) continue
    const above = edges.filter(({ from }) => from === id).map(({ to }) => layers.get(to) ?? 1)
    if (above.length > 0) layers.set(id, Math.min(...above) - 1)
  }
  return layers
}
