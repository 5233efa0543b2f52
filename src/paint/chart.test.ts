import { expect, test } from 'vitest'
import { type Chart, endsOf, evenTicks, logTicks, paintChart, pushedApart } from './chart.ts'
import { palettes } from './color.ts'
import { createSvgContext } from './svgContext.ts'

test('ticks are round numbers within the range', () => {
  expect(evenTicks([0, 20], 4)).toEqual([0, 5, 10, 15, 20])
  expect(evenTicks([-0.3, 0.3], 6)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
  expect(evenTicks([3, 3], 4)).toEqual([3])
  expect(evenTicks([0, 1], 6)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
})

test('on a logarithmic axis they are 1, 2, 5, and powers of ten alone where there are many', () => {
  expect(logTicks([2, 10], 6)).toEqual([2, 5, 10])
  expect(logTicks([0.05, 1], 6)).toEqual([0.05, 0.1, 0.2, 0.5, 1])
  expect(logTicks([0.001, 1000], 6)).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000])
})

/** Every letter is 5 wide, so `0` and `8` are: the curves begin 2.2 · 10 + 5 = 27 from the left. */
function pathsOf(chart: Partial<Chart>): string[] {
  const measuring = {
    font: '',
    textBaseline: 'alphabetic' as CanvasTextBaseline,
    measureText: (text: string) => ({ width: text.length * 5, actualBoundingBoxAscent: 7 }) as TextMetrics,
  }
  const svg = createSvgContext({
    canvas: { width: 139, height: 90 } as HTMLCanvasElement,
    measuring,
    prefix: 'p',
    pngOf: () => '',
  })
  const whole: Chart = {
    curves: [{ name: 'a', color: 'accent' }],
    rows: [
      [0, 10, 20],
      [0, 8, 4],
    ],
    xName: 'x',
    yName: 'y',
    xOf: String,
    yOf: (value) => String(value),
    ...chart,
  }
  const look = { palette: palettes.light, font: 'f', fontSize: 10, ratio: 1 }
  paintChart(svg.context, whole, { width: 139, height: 90 }, look)
  return [...svg.markup().matchAll(/<path d="([^"]*)"[^>]*stroke="#0b6e5f"/g)].map(([, path]) => path)
}

test('a curve goes through its values: 100 wide from 27, 50 high from 8', () => {
  // y ends at 8: the line 0 lies at 58, 4 in the middle at 33.
  expect(pathsOf({ yRange: [0, 8] })).toEqual(['M27 58L77 8L127 33'])
})

test('a gap is spanned, and what is beyond a fixed range stays where it would be', () => {
  expect(
    pathsOf({
      yRange: [0, 8],
      rows: [
        [0, 10, 20],
        [8, null, 16],
      ],
    }),
  ).toEqual(['M27 8L127 -42'])
})

test('a logarithmic axis has equal distances for equal ratios', () => {
  // 1, 10, 100 from 1 to 100: bottom, middle, top; labels of up to three letters move the left edge to 37.
  const paths = pathsOf({
    logarithmic: true,
    yRange: [1, 100],
    rows: [
      [0, 10, 20],
      [1, 10, 100],
    ],
  })
  expect(paths).toEqual(['M37 58L82 33L127 8'])
})

test('a label stands at the last value of its curve, wherever that is', () => {
  const curves = [
    { name: 'one', color: 'accent', label: '1' },
    { name: 'band', color: 'accent' },
    { name: 'two', color: 'muted', label: '2' },
  ] as const
  const rows = [
    [0, 5, 9],
    [3, 4, null],
    [1, 1, 1],
    [null, null, 7],
  ] as const
  expect(endsOf({ curves, rows })).toEqual([
    { label: '1', curve: 0, x: 5, value: 4 },
    { label: '2', curve: 2, x: 9, value: 7 },
  ])
})

test('labels at one height are written one below the other', () => {
  const at = (...heights: number[]) =>
    pushedApart(
      heights.map((at) => ({ at })),
      10,
    ).map((label) => label.at)
  expect(at(50, 20, 52, 55, 90)).toEqual([20, 50, 60, 70, 90])
})
