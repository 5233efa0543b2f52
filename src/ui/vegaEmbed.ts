/**
 * Stands in for `vega-embed` under tfjs-vis (an alias in vite.config.ts): without code from strings, which the content
 * security policy forbids; as SVG; in the page's theme and language; and no view outlives its picture.
 */
import embed, { type EmbedOptions, type Result, type VisualizationSpec } from 'vega-embed-real'

const GERMAN_NUMBERS = {
  decimal: ',',
  thousands: '.',
  grouping: [3],
  currency: ['', '\u00a0€'] as [string, string],
}
const ENGLISH_NUMBERS = {
  decimal: '.',
  thousands: ',',
  grouping: [3],
  currency: ['€', ''] as [string, string],
}

const shown = new WeakMap<HTMLElement, Result>()

/** Draws a Vega(-Lite) picture into `element`, in the language and theme that `<html>` carries now. */
export default async function vegaEmbed(
  element: HTMLElement,
  spec: VisualizationSpec,
  options: EmbedOptions = {},
): Promise<Result> {
  shown.get(element)?.finalize()
  const { lang, dataset } = document.documentElement
  const result = await embed(element, spec, {
    ...options,
    ast: true,
    renderer: 'svg',
    actions: false,
    formatLocale: lang === 'de' ? GERMAN_NUMBERS : ENGLISH_NUMBERS,
    ...(dataset.theme === 'dark' ? { theme: 'dark' as const } : {}),
  })
  shown.set(element, result)
  return result
}
