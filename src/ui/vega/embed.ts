/**
 * Stands in for `vega-embed` under tfjs-vis (an alias in vite.config.ts): without code from strings, which the content
 * security policy forbids; as SVG; in the page's theme, typeface and language. tfjs-vis passes on an element and little
 * else, so the rest is read from the document: `lang` and `data-theme` of `<html>`, and of the element `data-highest`
 * (the end of the y axis) and the event `release` (the picture goes away and is freed). The event `drawn` tells where the
 * marks lie in the picture, between the axes.
 */
import type { NumberLocale, Spec, View } from 'vega'
import { Handler } from 'vega-tooltip'
import { css, palettes } from '../../paint/color.ts'
import { currentTheme } from '../theme.ts'
import { type LiteSpec, type Look, vegaOf } from './lite.ts'
import { drawVega } from './vega.ts'

// As src/i18n/format.ts writes numbers: a narrow no-break space between German thousands, a real minus sign.
const GERMAN_NUMBERS: NumberLocale = {
  decimal: ',',
  thousands: '\u202f',
  grouping: [3],
  currency: ['', '\u00a0€'],
  minus: '\u2212',
}
const ENGLISH_NUMBERS: NumberLocale = {
  ...GERMAN_NUMBERS,
  decimal: '.',
  thousands: ',',
  currency: ['€', ''],
}

/** Draws the picture that `lite` describes into `element`; frees the one that was there. */
export default async function embed(element: HTMLElement, lite: LiteSpec): Promise<{ readonly view: View }> {
  element.dispatchEvent(new Event('release'))
  element.replaceChildren()
  const spec = withHighest(vegaOf(lite, lookOf(element)), Number(element.dataset.highest))
  const view = await drawVega(element, spec, {
    numbers: document.documentElement.lang === 'de' ? GERMAN_NUMBERS : ENGLISH_NUMBERS,
    tooltip: new Handler({
      theme: currentTheme() === 'dark' ? 'dark' : '',
      // Without names: those of tfjs-vis are English, and the axes carry ours.
      formatTooltip: (value: object, sanitize) => Object.values(value).map(sanitize).join(': '),
    }).call,
  })
  element.addEventListener('release', () => view.finalize(), { once: true })
  const [x, y] = view.origin()
  element.dispatchEvent(
    new CustomEvent('drawn', { detail: { x, y, width: view.width(), height: view.height() } }),
  )
  return { view }
}

/** Colours of the theme and the typeface of the page; grid lines carry the axes, as in the page's other charts. */
function lookOf(element: HTMLElement): Look {
  const palette = palettes[currentTheme()]
  const muted = css(palette.muted)
  return {
    font: getComputedStyle(element).fontFamily,
    ink: css(palette.ink),
    paper: css(palette.background),
    // Vega-Lite takes hcl: between greys, that is a detour through turquoise.
    interpolate: 'lab',
    axis: {
      domain: false,
      ticks: false,
      gridColor: css(palette.rule),
      labelColor: muted,
      labelFontWeight: 400,
      titleColor: muted,
      titleFontWeight: 400,
    },
  }
}

/** With a y axis from 0 to `highest`, whatever the values are; unchanged where `highest` is no number. */
function withHighest(spec: Spec, highest: number): Spec {
  if (Number.isNaN(highest)) return spec
  const scales = spec.scales?.map((scale) =>
    scale.name === 'y' && scale.type === 'linear' ? { ...scale, domain: [0, highest] } : scale,
  )
  return { ...spec, ...(scales && { scales }) }
}
