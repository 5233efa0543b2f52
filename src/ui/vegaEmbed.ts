/**
 * Stands in for `vega-embed` under tfjs-vis (an alias in vite.config.ts): without code from strings, which the content
 * security policy forbids; as SVG; in the page's theme, typeface and language. tfjs-vis passes on an element and little
 * else, so the rest is read from the document: `lang` and `data-theme` of `<html>`, and of the element `data-highest`
 * (the end of the y axis) and the event `release` (the picture goes away and is freed).
 */
import embed, { type Config, type EmbedOptions, type Result, type VisualizationSpec } from 'vega-embed-real'
import { css, palettes } from '../paint/color.ts'
import { currentTheme } from './theme.ts'

// As src/i18n/format.ts writes numbers: a narrow no-break space between German thousands, a real minus sign.
const GERMAN_NUMBERS = {
  decimal: ',',
  thousands: '\u202f',
  grouping: [3],
  currency: ['', '\u00a0€'] as [string, string],
  minus: '\u2212',
}
const ENGLISH_NUMBERS = {
  ...GERMAN_NUMBERS,
  decimal: '.',
  thousands: ',',
  currency: ['€', ''] as [string, string],
}

/** Draws a Vega(-Lite) picture into `element`; frees the one that was there. */
export default async function vegaEmbed(
  element: HTMLElement,
  spec: VisualizationSpec,
  options: EmbedOptions = {},
): Promise<Result> {
  element.dispatchEvent(new Event('release'))
  const result = await embed(element, spec, {
    ...options,
    ast: true,
    renderer: 'svg',
    actions: false,
    formatLocale: document.documentElement.lang === 'de' ? GERMAN_NUMBERS : ENGLISH_NUMBERS,
    config: pageConfig(element),
    patch: (vega) => withHighest(vega, Number(element.dataset.highest)),
    tooltip: {
      theme: currentTheme() === 'dark' ? 'dark' : '',
      // Without names: those of tfjs-vis are English, and the axes carry ours.
      formatTooltip: (value: object, sanitize) => Object.values(value).map(sanitize).join(': '),
    },
  })
  element.addEventListener('release', () => result.finalize(), { once: true })
  return result
}

/** Colours of the theme and the typeface of the page; grid lines carry the axes, as in the page's other charts. */
function pageConfig(element: HTMLElement): Config {
  const palette = palettes[currentTheme()]
  const muted = css(palette.muted)
  return {
    background: 'transparent',
    font: getComputedStyle(element).fontFamily,
    view: { stroke: null },
    axis: {
      domain: false,
      ticks: false,
      gridColor: css(palette.rule),
      labelColor: muted,
      labelFontWeight: 400,
      titleColor: muted,
      titleFontWeight: 400,
    },
    axisX: { labelAngle: 0 },
  }
}

type Vega = Parameters<Extract<EmbedOptions['patch'], (...all: never[]) => unknown>>[0]

/** With a y axis from 0 to `highest`, whatever the values are; unchanged where `highest` is no number. */
function withHighest(vega: Vega, highest: number): Vega {
  if (Number.isNaN(highest)) return vega
  const scales = vega.scales?.map((scale) =>
    scale.name === 'y' && scale.type === 'linear' ? { ...scale, domain: [0, highest] } : scale,
  )
  return { ...vega, ...(scales && { scales }) }
}
