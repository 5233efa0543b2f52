import { describe, expect, it } from 'vitest'
import { type GraphNode, networkGraph } from '../../../network/graph.ts'
import { boxAt, layersOf, nodesWithin, scopeTree, visibleBox, visibleEdges } from './scopes.ts'

const node = (name: string, ...inputs: string[]): GraphNode => ({ name, operation: 'Op', inputs, shape: [] })
/** b/y takes from a/x and b/w; c from b/y and a/x. */
const small = [node('a/x'), node('b/w'), node('b/y', 'a/x', 'b/w'), node('c', 'b/y', 'a/x')]

describe('scopes of a graph', () => {
  it('hold the nodes whose names begin with theirs', () => {
    const tree = scopeTree(small)
    expect(tree.children.map(({ id, node }) => [id, node !== null])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ])
    expect(boxAt(tree, 'b')?.children.map(({ label }) => label)).toEqual(['w', 'y'])
  })

  it('hold every node of the network once', () => {
    expect(
      nodesWithin(scopeTree(networkGraph()))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(
      networkGraph()
        .map(({ name }) => name)
        .toSorted(),
    )
  })

  it('hide what is in them until all around it are open', () => {
    expect(visibleBox('p/q/r', new Set())).toBe('p')
    expect(visibleBox('p/q/r', new Set(['p']))).toBe('p/q')
    expect(visibleBox('p/q/r', new Set(['p/q']))).toBe('p')
    expect(visibleBox('p/q/r', new Set(['p', 'p/q']))).toBe('p/q/r')
  })

  it('closed, are joined by all tensors that flow between them, and by none within', () => {
    expect(visibleEdges(small, new Set())).toEqual([
      { from: 'a', to: 'b', tensors: ['a/x'] },
      { from: 'b', to: 'c', tensors: ['b/y'] },
      { from: 'a', to: 'c', tensors: ['a/x'] },
    ])
    expect(visibleEdges(small, new Set(['b'])).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'a b/y',
      'b/w b/y',
      'b/y c',
      'a c',
    ])
  })

  it('stand above all they take from', () => {
    expect([...layersOf(scopeTree(small))!]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ])
  })

  it('take from each other in a circle, and that is noticed', () => {
    const circle = [node('a/x'), node('b/y', 'a/x'), node('a/z', 'b/y')]
    expect(layersOf(scopeTree(circle))).toBeNull()
  })

  it('of the network never take from each other in a circle', () => {
    const inCircles = (box: ReturnType<typeof scopeTree>): string[] => [
      ...(box.children.length > 0 && layersOf(box) === null ? [box.id] : []),
      ...box.children.flatMap(inCircles),
    ]
    expect(inCircles(scopeTree(networkGraph()))).toEqual([])
  })
})
