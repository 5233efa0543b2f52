/**
 * Stands in for what tfjs-vis and Vega bring along and nothing here calls (aliases in vite.config.ts): the visor, its own
 * styles – white, whatever the theme –, loaders and geography.
 */
const absent = (name: string) => () => {
  throw new Error(`Left out of this page: ${name}.`)
}

// glamor: the page styles what tfjs-vis writes.
export const css = () => ''
// tfjs-vis
export const visor = absent('the visor')
// vega-loader
export const loader = () => ({ load: absent('load'), sanitize: absent('sanitize') })
/** Rows are rows already. */
export const read = (rows: unknown) => rows
export const responseType = absent('responseType')
// d3-geo
export const geoArea = absent('geoArea')
export const geoBounds = absent('geoBounds')
export const geoCentroid = absent('geoCentroid')
