/** TeX to MathML, at build time: the page needs no code to show a formula. */
import temml from 'temml'

/** `display` is a formula on a line of its own. Throws where the TeX has a mistake. */
export function mathMl(tex, { display }) {
  return temml.renderToString(tex, {
    displayMode: display,
    annotate: false,
    throwOnError: true,
    strict: true,
  })
}
