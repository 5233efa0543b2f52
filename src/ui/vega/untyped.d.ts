/** Types of the parts of Vega that have none of their own. */
declare module 'vega-dataflow' {
  export const transforms: Record<string, unknown>
}
declare module 'vega-encode/src/*'
declare module 'vega-transforms/src/*'
declare module 'vega-view-transforms/src/*'
declare module 'vega-format' {
  export { formatLocale as numberFormatDefaultLocale } from 'vega'
}
declare module 'vega-parser' {
  export { parse } from 'vega'
}
declare module 'vega-view' {
  export { View } from 'vega'
}
