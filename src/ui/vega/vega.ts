/** Vega without what no picture here needs: of its transforms and its expressions these, no loader and no maps. */
import type { NumberLocale, Spec, TooltipHandler } from 'vega'
import { transforms } from 'vega-dataflow'
import AxisTicks from 'vega-encode/src/AxisTicks.js'
import DataJoin from 'vega-encode/src/DataJoin.js'
import Encode from 'vega-encode/src/Encode.js'
import Scale from 'vega-encode/src/Scale.js'
import { numberFormatDefaultLocale } from 'vega-format'
import { expressionInterpreter } from 'vega-interpreter'
import { parse } from 'vega-parser'
import Collect from 'vega-transforms/src/Collect.js'
import Filter from 'vega-transforms/src/Filter.js'
import Relayed from 'vega-transforms/src/Proxy.js'
import Sieve from 'vega-transforms/src/Sieve.js'
import { View } from 'vega-view'
import Bound from 'vega-view-transforms/src/Bound.js'
import Mark from 'vega-view-transforms/src/Mark.js'
import Overlap from 'vega-view-transforms/src/Overlap.js'
import Render from 'vega-view-transforms/src/Render.js'
import ViewLayout from 'vega-view-transforms/src/ViewLayout.js'

Object.assign(transforms, {
  ...{ collect: Collect, filter: Filter, proxy: Relayed, sieve: Sieve },
  ...{ axisticks: AxisTicks, datajoin: DataJoin, encode: Encode, scale: Scale },
  ...{ bound: Bound, mark: Mark, overlap: Overlap, render: Render, viewlayout: ViewLayout },
})

/** Draws into an empty element, as SVG, without code from strings. Numbers of all pictures are written as in `numbers`. */
export async function drawVega(
  element: HTMLElement,
  spec: Spec,
  look: { readonly numbers: NumberLocale; readonly tooltip: TooltipHandler },
): Promise<View> {
  numberFormatDefaultLocale(look.numbers)
  const view = new View(parse(spec, {}, { ast: true }), { renderer: 'svg', expr: expressionInterpreter })
  await view.tooltip(look.tooltip).initialize(element).runAsync()
  return view
}
