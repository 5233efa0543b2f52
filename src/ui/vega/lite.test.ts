/** The pictures tfjs-vis asks for, drawn from our translation and from that of Vega-Lite itself: the same SVG. */
import { createRequire } from 'node:module'
import { parse, type Spec, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { beforeAll, expect, test, vi } from 'vitest'
import { type LiteSpec, type Look, vegaOf } from './lite.ts'

const require = createRequire(import.meta.url)
const asked: LiteSpec[] = []

beforeAll(() => {
  // tfjs-vis is CommonJS: what it gets for `vega-embed` is what stands in the cache of its modules.
  const path = createRequire(require.resolve('@tensorflow/tfjs-vis/dist/render/barchart')).resolve(
    'vega-embed',
  )
  const keep = async (_: unknown, spec: LiteSpec) => {
    asked.push(spec)
    return { view: null }
  }
  require.cache[path] = { id: path, loaded: true, exports: { __esModule: true, default: keep } } as NodeModule
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run))
  return () => {
    vi.unstubAllGlobals()
    delete require.cache[path]
  }
})

const axis = { domain: false, ticks: false, gridColor: '#ccc', labelColor: '#888888', titleColor: '#777777' }
const look: Look = { font: 'serif', ink: 'black', paper: 'white', interpolate: 'hcl', axis }
const config = { background: 'transparent', font: 'serif', view: { stroke: 'transparent' } }

/** What tfjs-vis hands to vega-embed. */
async function askedFor(module: string, name: string, data: unknown, options: object): Promise<LiteSpec> {
  const { [name]: draw } = require(`@tensorflow/tfjs-vis/dist/render/${module}`)
  await draw(new HTMLElement(), data, { width: 400, height: 300, fontSize: 14, ...options })
  return asked.at(-1)!
}

async function svgs(spec: LiteSpec): Promise<readonly [ours: string, theirs: string]> {
  const legend = JSON.parse(JSON.stringify(spec), (key, value) =>
    key === 'color' && value.field ? { ...value, legend: null } : value,
  )
  const full = { ...config, axis, axisX: { labelAngle: 0 } }
  const theirs = compile(legend as TopLevelSpec, { config: full }).spec
  return [await svgOf(vegaOf(spec, look)), await svgOf(theirs as Spec)]
}

/** Names of classes tell which layer a mark is of: they differ, and nobody sees them. */
async function svgOf(spec: Spec): Promise<string> {
  const svg = await new View(parse(spec), { renderer: 'none' }).toSVG()
  return svg.replaceAll(/ class="[^"]*"/g, '')
}

test('bars are those of Vega-Lite', async () => {
  const shares = [100, 98.5, 12, 0].map((value, index) => ({ index, value }))
  const spec = await askedFor('barchart', 'barchart', shares, {
    ...{ xLabel: 'label', yLabel: 'right, in %', color: '#3366aa' },
  })
  const [ours, theirs] = await svgs(spec)
  expect(ours).toContain('value: 98.5')
  expect(ours).toBe(theirs)
})

test('the cells of a confusion matrix are those of Vega-Lite, shaded or not', async () => {
  const values = [
    [50, 0, 3],
    [7, 41, 0],
    [1, 2, 33],
  ]
  const data = () => ({ values, tickLabels: ['0', '1', '2'] })
  for (const shadeDiagonal of [true, false]) {
    const spec = await askedFor('confusion_matrix', 'confusionMatrix', data(), {
      ...{ xLabel: 'answer', yLabel: 'label', shadeDiagonal, colorMap: ['#ffffff', '#336699'] },
    })
    const [ours, theirs] = await svgs(spec)
    expect(ours).toContain('count: 41')
    expect(ours).toBe(theirs)
  }
})

test('an axis without values is an axis all the same', async () => {
  const spec = await askedFor('barchart', 'barchart', [], { xLabel: 'label' })
  expect(await svgOf(vegaOf(spec, look))).toContain('label')
})
