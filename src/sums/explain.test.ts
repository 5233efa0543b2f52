/**
 * Every sum against the same network in double precision (`math/`): 7 networks, all ten digits, 2,548 places. A quarter
 * of the numbers are zero; of the others the sizes reach from 1e-23 (a share of softmax) to 9 million.
 */
import { describe, expect, test } from 'vitest'
import { see, states } from '../../tests/fixtures/networks.ts'
import { addUp, drawSites } from '../../tests/fixtures/sums.ts'
import { createRandom, derive } from '../math/random.ts'
import { type TapName, tapNames, tapShapes } from '../network/spec.ts'
import { explain, tapsFor } from './explain.ts'
import type { Explanation, Product, Site } from './explanation.ts'

const random = createRandom(derive(1, 'sites'))
const cases = states.map((state, at) => ({
  ...state,
  digits: [0, 1].map((more) => {
    const digit = (2 * at + more) % 10
    return { digit, sites: drawSites(random) }
  }),
}))

describe.each(cases)('with $name', (state) => {
  const parameters = state.parameters()
  describe.each(state.digits)('and a $digit', ({ digit, sites }) => {
    const { exact, frame } = see(state, parameters, digit)
    const explained = sites.map((site) => ({ site, explanation: explain(site, frame(tapsFor(site))) }))

    test(`the exact terms of ${sites.length} sums add up to what the network computes`, () => {
      const wrong = explained.filter(({ site, explanation }) => {
        const { value, size } = addUp(known(explanation))
        return !(Math.abs(value - exact[site.tap][offset(site)]) <= 1e-6 * size + 1e-12)
      })
      expect(wrong.map(({ site }) => site)).toEqual([])
    })

    test('the value is the one that the frame holds', () => {
      for (const { site, explanation } of explained) {
        expect(known(explanation).value).toBe(Math.fround(exact[site.tap][offset(site)]))
      }
    })

    test('the sums stated are those of the terms', () => {
      for (const { explanation } of explained) expectOwnSums(known(explanation))
    })

    test('every term comes from the place that it names', () => {
      const wrong = explained.flatMap(({ explanation }) =>
        partsOf(known(explanation)).filter(
          ({ from, input }) => input !== (from === null ? 0 : Math.fround(exact[from.tap][offset(from)])),
        ),
      )
      expect(wrong).toEqual([])
    })
  })
})

test('places of every tap are tested', () => {
  const tested = new Set(drawSites(random).map(({ tap }) => tap))
  expect(tapNames.filter((tap) => !tested.has(tap))).toEqual([])
})

/** An eight at step 0. */
const { frame } = see(states[0], states[0].parameters(), 8)

/** The geometry, written out by index arithmetic. */
describe('the window of a convolution', () => {
  test.each([
    { tap: 'conv1', row: 0, column: 0, padded: 25 - 3 * 3 },
    { tap: 'conv1/pre', row: 1, column: 14, padded: 5 },
    { tap: 'conv1', row: 27, column: 12, padded: 10 },
    { tap: 'conv2', row: 6, column: 13, padded: 10 },
    { tap: 'conv2/pre', row: 12, column: 1, padded: 25 - 4 * 4 },
    { tap: 'conv2', row: 7, column: 7, padded: 0 },
  ] as const)('at row $row and column $column of $tap has $padded places in the padding', (at) => {
    const site: Site = { tap: at.tap, map: 5, row: at.row, column: at.column }
    const explanation = known(explain(site, frame(tapsFor(site))))
    if (explanation.kind !== 'convolution') throw new Error('This is no convolution.')
    expect(explanation.padded).toBe(at.padded)
    const side = explanation.layer === 'conv1' ? 28 : 14
    for (const { channel, products } of explanation.channels) {
      for (const [place, { from }] of products.entries()) {
        const row = at.row + Math.floor(place / 5) - 2
        const column = at.column + (place % 5) - 2
        const isInside = row >= 0 && row < side && column >= 0 && column < side
        const tap = explanation.layer === 'conv1' ? 'input' : 'pool1'
        expect(from).toEqual(isInside ? { tap, map: channel, row, column } : null)
      }
    }
  })
})

test('of equal candidates of pooling the first in reading order wins', () => {
  const planes = new Map([
    ['pool1', { shape: tapShapes.pool1, values: new Float32Array(14 * 14 * 32).fill(2) }],
    ['conv1', { shape: tapShapes.conv1, values: new Float32Array(28 * 28 * 32) }],
  ] as const)
  const at = (row: number, column: number) => (row * 28 + column) * 32 + 4
  const winner = (values: readonly [number, number, number, number]) => {
    const conv1 = planes.get('conv1')?.values ?? []
    const cells = [at(6, 10), at(6, 11), at(7, 10), at(7, 11)]
    for (const [place, cell] of cells.entries()) conv1[cell] = values[place]
    const explanation = explain({ tap: 'pool1', map: 4, row: 3, column: 5 }, { ...emptyFrame, planes })
    return explanation?.kind === 'pooling' ? explanation.winner : -1
  }
  expect(winner([1, 2, 2, 2])).toBe(1)
  expect(winner([2, 0, 0, 2])).toBe(0)
  expect(winner([0, 0, 0, 0])).toBe(0)
  expect(winner([0, 1, 3, 2])).toBe(2)
})

describe('there is no explanation', () => {
  test.each(tapNames)('of %s while a plane that it needs is missing', (tap) => {
    const site: Site = { tap, map: 0, row: 0, column: 0 }
    const needed = tapsFor(site)
    expect(explain(site, frame(needed))).not.toBeNull()
    for (const missing of needed) {
      expect(explain(site, frame(needed.filter((name) => name !== missing)))).toBeNull()
    }
  })

  test.each(tapNames)('of a place that %s does not have', (tap) => {
    const inside: Site = { tap, map: 0, row: 0, column: 0 }
    for (const wrong of [{ map: 4000 * 4000 }, { row: 4000 }, { column: 4000 }, { map: -1 }, { row: 0.5 }]) {
      const site = { ...inside, ...wrong }
      expect(explain(site, frame(tapsFor(inside)))).toBeNull()
    }
  })

  test('of a dropped neuron while seed and frame are of two runs', () => {
    const site: Site = { tap: 'dropout', map: 0, row: 0, column: 0 }
    const sites = Array.from({ length: 1024 }, (_, map) => ({ ...site, map }))
    const seen = frame(tapsFor(site))
    expect(sites.every((each) => explain(each, seen))).toBe(true)
    expect(sites.every((each) => explain(each, { ...seen, seed: seen.seed + 1 }))).toBe(false)
  })
})

test('a drawing has ink and no bytes', () => {
  const site: Site = { tap: 'input', map: 0, row: 14, column: 14 }
  const drawn = explain(site, { ...frame(['input']), digit: { from: 'drawing' } })
  expect(drawn).toMatchObject({ kind: 'pixel', byte: null })
})

test('numbers of a lost run are explained as what they are', () => {
  const lost = { shape: tapShapes.fc2, values: new Float32Array(10).fill(Number.NaN) }
  const planes = new Map([
    ['fc2', lost],
    ['softmax', lost],
  ] as const)
  const site: Site = { tap: 'softmax', map: 3, row: 0, column: 0 }
  expect(explain(site, { ...emptyFrame, planes })).toMatchObject({ value: Number.NaN, sum: Number.NaN })
})

describe('another pass', () => {
  test.each(['shift/1,-2', 'without-relu'] as const)(
    '%s has planes of its own and the same parameters',
    (version) => {
      const { names, explanation, plain } = inVersion(version, 'conv1/pre')
      expect(names).toEqual([`${version}/conv1/pre`, `${version}/input`, 'conv1/weights', 'conv1/bias'])
      expect(addUp(known(explanation))).toEqual(addUp(known(plain)))
      expect(partsOf(known(explanation)).every(({ from }) => !from || from.version === version)).toBe(true)
    },
  )

  test('at step 0 has parameters of its own', () => {
    const { names, explanation, plain } = inVersion('first', 'conv2')
    expect(names).toEqual(['first/conv2', 'first/pool1', 'first/conv2/weights', 'first/conv2/bias'])
    expect(addUp(known(explanation))).toEqual(addUp(known(plain)))
  })

  test('without ReLU ends before it', () => {
    expect(inVersion('without-relu', 'conv1').explanation).toMatchObject({ relu: false })
    expect(inVersion('first', 'conv1').explanation).toMatchObject({ relu: true })
  })

  test('at step 0 takes the weights of one neuron of fc1 from all of them', () => {
    const { names, explanation, plain } = inVersion('first', 'fc1')
    expect(names).toContain('first/fc1/weights')
    expect(addUp(known(explanation))).toEqual(addUp(known(plain)))
  })

  function inVersion(version: NonNullable<Site['version']>, tap: TapName) {
    const site: Site = { tap, map: 3, row: 0, column: 0, version }
    const names = tapsFor(site)
    const plainNames = names.map((name) => name.replace(`${version}/`, '') as TapName)
    const seen = frame(plainNames)
    const planes = new Map(names.map((name, at) => [name, seen.planes.get(plainNames[at])!]))
    const plainSite: Site = { tap, map: 3, row: 0, column: 0 }
    return {
      names,
      explanation: explain(site, { ...seen, planes }),
      plain: explain(plainSite, frame(tapsFor(plainSite))),
    }
  }
})

const emptyFrame = { planes: new Map(), step: 0, seed: 0, dropoutKeep: 1, digit: { from: 'test' } } as const

function known(explanation: Explanation | null): Explanation {
  if (explanation === null) throw new Error('There is no explanation.')
  return explanation
}

/** Weights of a convolution count their maps as input channel times outputs plus output. */
function offset({ tap, map, row, column }: Site): number {
  switch (tap) {
    case 'conv1/weights':
      return (row * 5 + column) * 32 + map
    case 'conv2/weights':
      return ((row * 5 + column) * 32 + Math.floor(map / 64)) * 64 + (map % 64)
    case 'fc1/weights':
    case 'fc2/weights':
      return row * tapShapes[tap][1] + column
    default: {
      const [first, width, maps] = tapShapes[tap] as readonly number[]
      return width === undefined ? map : (row * width + column) * (maps ?? first) + map
    }
  }
}

type Part = Pick<Product, 'from' | 'input'>

function partsOf(explanation: Explanation): readonly Part[] {
  switch (explanation.kind) {
    case 'convolution':
      return explanation.channels.flatMap(({ products }) => products)
    case 'fully-connected':
      return explanation.products
    case 'pooling':
      return explanation.candidates.map(({ from, value }) => ({ from, input: value }))
    default:
      return []
  }
}

function expectOwnSums(explanation: Explanation) {
  const { value, size } = addUp(explanation)
  const tolerance = 1e-12 * size
  if (explanation.kind === 'convolution' || explanation.kind === 'fully-connected') {
    const { pre, relu } = explanation
    expect(Math.abs((relu ? Math.max(0, pre) : pre) - value)).toBeLessThanOrEqual(tolerance)
  }
  if (explanation.kind === 'convolution') {
    const sums = explanation.channels.reduce((so, { sum }) => so + sum, explanation.bias)
    expect(Math.abs(sums - explanation.pre)).toBeLessThanOrEqual(tolerance)
  }
  if (explanation.kind === 'softmax') {
    const sum = explanation.exponentials.reduce((so, exponential) => so + exponential, 0)
    expect(explanation.sum).toBe(sum)
    expect(explanation.exponentials[explanation.site.map] / sum).toBeCloseTo(value, 12)
  }
  if (explanation.kind === 'pooling') {
    const values = explanation.candidates.map((candidate) => candidate.value)
    expect(explanation.winner).toBe(values.indexOf(Math.max(...values)))
  }
}
