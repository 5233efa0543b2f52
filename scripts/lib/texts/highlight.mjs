/** Highlights code at build time. The colours are custom properties of src/ui/text/Code.module.css, so that themes can change them. */
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import python from 'shiki/langs/python.mjs'
import typescript from 'shiki/langs/typescript.mjs'

const theme = createCssVariablesTheme({ variablePrefix: '--code-' })
let highlighter = null

/** The languages that texts may hold. */
export const codeLanguages = ['python', 'ts']

/** HTML of the code's lines, for the inside of a `<code>`. */
export async function highlighted(code, lang) {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [python, typescript],
    engine: createJavaScriptRegexEngine(),
  })
  const html = (await highlighter).codeToHtml(code, { lang, theme: theme.name, structure: 'inline' })
  // In the inline structure line ends are tags.
  return html.replaceAll('<br>', '\n')
}
