/** How a chart is handed to uPlot: in the page's own colours and number format. */
import type uPlot from 'uplot'
import { dashes, endsOf, pushedApart } from '../paint/chart.ts'
import { css, palettes } from '../paint/color.ts'
import type { LineChartProps } from './LineChart.tsx'
import { currentTheme } from './theme.ts'

/** Steps are whole: no tick between two of them, whose number would be rounded. */
const wholeIncrements = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
]

export function sizeOf(host: HTMLElement) {
  return { width: Math.max(80, host.clientWidth), height: Math.max(80, host.clientHeight) }
}

/** `xRange` is asked anew whenever there are new rows: it grows with them. `pointed` hears of a moved cursor. */
export function optionsOf(
  props: LineChartProps,
  host: HTMLElement,
  living: { readonly xRange: () => LineChartProps['xRange']; readonly pointed: () => void },
): uPlot.Options {
  const palette = palettes[currentTheme()]
  const style = getComputedStyle(host)
  const font = `${style.fontSize} ${style.fontFamily}`
  const em = Number.parseFloat(style.fontSize)
  const axis = { stroke: css(palette.muted), font, labelFont: font, labelSize: em * 1.8 }
  const grid = { stroke: css(palette.rule), width: 1 }
  const hasLabels = props.curves.some(({ label }) => label !== undefined)
  return {
    ...sizeOf(host),
    legend: { show: false },
    padding: [props.flat ? em * 0.6 : null, hasLabels ? em * 1.6 : null, null, null],
    cursor: { show: props.readout !== undefined, y: false, drag: { x: false, y: false } },
    hooks: {
      ...(props.readout && { setCursor: [living.pointed] }),
      ...(hasLabels && { draw: [(chart) => paintLabels(chart, props, em)] }),
    },
    bands: props.bands?.map(({ upper, lower, alpha }) => ({
      series: [upper + 1, lower + 1],
      fill: css(palette[props.curves[upper].color], alpha),
    })),
    scales: {
      x: {
        time: false,
        ...(props.xRange && { range: (_, low, high) => [...(living.xRange() ?? [low, high])] }),
      },
      y: {
        distr: props.logarithmic ? 3 : 1,
        ...(props.yRange && { range: [...props.yRange] }),
      },
    },
    axes: [
      {
        ...axis,
        grid,
        ticks: { show: false },
        ...(!props.flat && { label: props.xName }),
        size: em * 2,
        incrs: wholeIncrements,
        values: (_, ticks) => ticks.map((t) => (t === null ? '' : props.xOf(t))),
      },
      {
        ...axis,
        grid,
        ticks: { show: false },
        ...(!props.flat && { label: props.yName }),
        // As wide as its longest number, whose digits are about 0.62 em.
        size: (_, texts) => em * Math.max(4, 1 + 0.62 * Math.max(0, ...(texts ?? []).map((t) => t.length))),
        ...(props.flat && { space: em * 1.5 }),
        values: (_, ticks, __, ___, increment) =>
          ticks.map((t) => (t === null ? '' : props.yOf(t, increment))),
      },
    ],
    series: [
      {},
      ...props.curves.map((curve) => ({
        label: curve.name,
        stroke: css(palette[curve.color], curve.faint ? 0.35 : 1),
        width: curve.lit ? 4 : curve.faint ? 1 : 2,
        ...(curve.dash && { dash: [...dashes[curve.dash]] }),
        points: { show: curve.dots ?? false, size: 6, fill: css(palette[curve.color]) },
        spanGaps: true,
      })),
    ],
  }
}

/** The label of each curve at its last value, none on another. */
function paintLabels(chart: uPlot, props: LineChartProps, em: number): void {
  const { ctx } = chart
  const ratio = window.devicePixelRatio || 1
  const palette = palettes[currentTheme()]
  // uPlot's own rows: those it shows now.
  const rows = chart.data as LineChartProps['rows']
  const ends = endsOf({ curves: props.curves, rows }).map((end) => ({
    ...end,
    at: chart.valToPos(end.value, 'y', true),
  }))
  ctx.save()
  ctx.font = `700 ${em * ratio}px ${getComputedStyle(chart.root).fontFamily}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const { label, curve, x, at } of pushedApart(ends, em * ratio)) {
    ctx.fillStyle = css(palette[props.curves[curve].color])
    ctx.fillText(label, chart.valToPos(x, 'x', true) + 5 * ratio, at)
  }
  ctx.restore()
}
