/** Highlights code at build time: what stands out gets a mark, whose colour is in src/ui/text/Code.module.css; the rest is plain text. */
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import python from 'shiki/langs/python.mjs'
import typescript from 'shiki/langs/typescript.mjs'

const theme = createCssVariablesTheme({ variablePrefix: '--code-' })
let highlighter = null

/** Two inks and one accent, as in a printed listing: all other tokens look like the text around them. */
const marks = { 'token-keyword': 'keyword', 'token-comment': 'quiet', 'token-punctuation': 'quiet' }
const token = /<span style="color:var\(--code-([a-z-]+)\)">([^<]*)<\/span>/g

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
  return html.replaceAll('<br>', '\n').replace(token, (_, kind, text) => {
    const mark = marks[kind]
    return mark ? `<span data-code="${mark}">${text}</span>` : text
  })
}
