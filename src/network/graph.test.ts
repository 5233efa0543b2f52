import { describe, expect, it } from 'vitest'
import { type GraphNode, networkGraph } from './graph.ts'
import { parameterNames, tapNames, tapShapes } from './spec.ts'

const nodes = networkGraph()
const byName = new Map(nodes.map((node) => [node.name, node]))
const named = (name: string): GraphNode => {
  const node = byName.get(name)
  if (!node) throw new Error(`no node ${name}`)
  return node
}
const withTap = (tap: string) => nodes.filter((node) => node.tap === tap)

describe('the graph of a training step', () => {
  it('names each node once, and none like a scope', () => {
    expect(byName.size).toBe(nodes.length)
    const scopes = new Set(
      nodes.flatMap(({ name }) => {
        const parts = name.split('/')
        return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
      }),
    )
    expect(nodes.filter(({ name }) => scopes.has(name))).toEqual([])
  })

  it('has letters, digits, points, underlines, slashes and hyphens in its names, as TensorFlow demands', () => {
    expect(nodes.filter(({ name }) => !/^[A-Za-z0-9.][\w./-]*$/.test(name))).toEqual([])
  })

  it('has the scopes of the original at the top', () => {
    expect([...new Set(nodes.map(({ name }) => name.split('/')[0]))]).toEqual([
      'input',
      '1st_layer',
      '2nd_layer',
      'fc1_layer',
      'fc2_layer',
      'cross_entropy',
      'train',
      'accuracy',
    ])
  })

  it('lists every input before those that take it: it has no circle', () => {
    const seen = new Set<string>()
    for (const { name, inputs } of nodes) {
      for (const input of inputs) expect(seen.has(input), `${input} before ${name}`).toBe(true)
      seen.add(name)
    }
  })

  it('has one node for each tap but softmax, with the shape of the tap behind the batch', () => {
    for (const tap of tapNames) {
      const found = withTap(tap)
      expect(found.length, tap).toBe(tap === 'softmax' ? 0 : 1)
      const isVariable = parameterNames.some((name) => name === tap)
      if (found[0]) expect(found[0].shape).toEqual([...(isVariable ? [] : [-1]), ...tapShapes[tap]])
    }
  })

  it('updates every variable from its gradient and two moments of the same shape', () => {
    const updates = nodes.filter(({ operation }) => operation === 'ApplyAdam')
    expect(updates.length).toBe(parameterNames.length)
    for (const name of parameterNames) {
      const variable = withTap(name)[0]!
      const update = updates.find(({ inputs }) => inputs[0] === variable.name)!
      expect(update.inputs.length).toBe(4)
      for (const input of update.inputs) expect(named(input).shape, input).toEqual(tapShapes[name])
      expect(update.inputs[3]).toMatch(/^train\/gradients\//)
    }
  })

  it('leaves only the loss, the updates and the accuracy to nobody', () => {
    const taken = new Set(nodes.flatMap(({ inputs }) => inputs))
    const last = nodes.filter(({ name }) => !taken.has(name)).map(({ name }) => name)
    expect(last.filter((name) => !name.startsWith('train/Adam/update_'))).toEqual([
      'cross_entropy/cross_entropy',
      'accuracy/accuracy',
    ])
  })

  it('has the shapes that its operations make of their inputs', () => {
    const sizes = (name: string) => named(name).shape!
    for (const { name, operation, inputs, shape } of nodes) {
      const [first = [], second = []] = inputs.map(sizes)
      switch (operation) {
        case 'Conv2D': // same border, stride 1
          expect(shape, name).toEqual([...first.slice(0, 3), second[3]])
          expect(second[2], name).toBe(first[3])
          break
        case 'BiasAdd':
          expect([shape, second], name).toEqual([first, [first.at(-1)]])
          break
        case 'MaxPool':
          expect(shape, name).toEqual([first[0], first[1]! / 2, first[2]! / 2, first[3]])
          break
        case 'Reshape':
          expect(product(shape!), name).toBe(product(first))
          break
        case 'Relu':
        case 'Exp':
        case 'Log':
        case 'Neg':
        case 'RealDiv':
        case 'Sub':
        case 'Mul':
        case 'ReluGrad':
        case 'MaxPoolGrad':
          expect(shape, name).toEqual(first)
          break
        case 'BiasAddGrad':
          expect(shape, name).toEqual([first.at(-1)])
          break
        case 'Conv2DBackpropInput':
          expect(shape, name).toEqual([...second.slice(0, 3), first[2]])
          break
        case 'Conv2DBackpropFilter':
          expect(shape, name).toEqual([5, 5, first[3], second[3]])
          break
        case 'MatMul':
          expect([...first, ...second].filter((size) => !shape!.includes(size)).length, name).toBe(2)
          break
      }
    }
  })
})

const product = (sizes: readonly number[]) => sizes.reduce((result, size) => result * Math.abs(size), 1)
