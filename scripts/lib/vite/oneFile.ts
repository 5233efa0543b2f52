/**
 * Packs a build into one HTML file. Its *parts* – page script, style, workers, WebAssembly – lie in it as gzip in base64, in
 * script elements that the browser does not run; a short script (unpack.js) unpacks them and gives each an address in memory.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { PROJECT } from '../paths.mjs'

type Bundle = Rolldown.OutputBundle

/** The expression by which one part asks for the address of another. */
export function partAddress(file: string): string {
  return `globalThis.faltwerkParts[${JSON.stringify(file)}]`
}

const PART_ADDRESS = /globalThis\.faltwerkParts\[["'`]([^"'`]+)["'`]\]/g

export function intoOneFile({ name }: { readonly name: string }): Plugin {
  return {
    name: 'faltwerk:into-one-file',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const source = packed(bundle)
        for (const file of Object.keys(bundle)) delete bundle[file]
        this.emitFile({ type: 'asset', fileName: name, source })
      },
    },
  }
}

function packed(bundle: Bundle): string {
  const html = textOf(bundle, 'index.html')
  const page = onlyMatch(html, /<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/)
  const style = onlyMatch(html, /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/)
  const loader = readFileSync(join(PROJECT, 'scripts/lib/vite/unpack.js'), 'utf8')
  // Function replacements: `$` has no meaning in them.
  return html
    .replace(page.text, () => '')
    .replace(style.text, () => '')
    .replace(/<link rel="(apple-touch-icon|manifest)"[^>]*>\s*/g, '')
    .replace('"./icon.svg"', () => `"${dataAddress('image/svg+xml', 'public/icon.svg')}"`)
    .replace(/(<meta charset="[^"]+" \/>)/, (charset) => `${charset}\n    ${policyTag(loader)}`)
    .replace('</head>', () => `${licences()}</head>`)
    .replace('</body>', () => {
      const parts = needed(bundle, page.file).map((file) => partTag(file, bytesOf(bundle, file)))
      const styleTag = partTag(style.file, Buffer.from(withoutOldFonts(textOf(bundle, style.file))))
      return `${[cannotStart, styleTag, ...parts].join('\n')}\n<script>${loader}</script>\n</body>`
    })
}

/** What a script needs, then the script itself, as far down as it goes. What nobody asks for is left out. */
function needed(bundle: Bundle, script: string): readonly string[] {
  const files = [...textOf(bundle, script).matchAll(PART_ADDRESS)].map((match) => match[1] ?? '')
  const below = files.flatMap((file) => (file.endsWith('.js') ? needed(bundle, file) : [file]))
  return [...new Set([...below, script])]
}

/** Said by unpack.js where unpacking or the page's first lines fail. */
const cannotStart = `<p id="cannot-start" hidden style="margin: 2em; font: 1.1em sans-serif">
  <span lang="de">Dieser Browser kann Faltwerk nicht starten. Firefox ab 115, Chrome und Edge ab 110 und Safari ab 16.4 können es.</span><br />
  <span lang="en">This browser cannot start Faltwerk. Firefox from 115, Chrome and Edge from 110, and Safari from 16.4 can.</span>
</p>`

function partTag(file: string, bytes: Uint8Array): string {
  const packed = gzipSync(bytes, { level: 9 }).toString('base64')
  return `<script type="application/gzip" data-part="${file}">${packed}</script>`
}

/**
 * No address but those in memory: nothing can be fetched or sent. Scripts are the one written into the file, known by its
 * hash, and what it unpacks; styles as in the ordinary edition.
 */
function policyTag(loader: string): string {
  const hash = createHash('sha256').update(loader).digest('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'connect-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<meta http-equiv="Content-Security-Policy" content="${policy}" />`
}

/** Every browser that unpacks these parts reads WOFF2. */
function withoutOldFonts(css: string): string {
  return css.replace(/,\s*url\(data:font\/woff;base64,[^)]*\)\s*format\(["']?woff["']?\)/g, '')
}

/** The fonts travel with their licences. */
function licences(): string {
  const texts = ['atkinson-hyperlegible', 'stix-two-math'].map((font) =>
    readFileSync(join(PROJECT, `public/licences/${font}.txt`), 'utf8').replaceAll('--', '- -'),
  )
  return `<!--\nThe fonts in this file and their licences:\n\n${texts.join('\n\n')}\n-->\n  `
}

function dataAddress(type: string, file: string): string {
  return `data:${type};base64,${readFileSync(join(PROJECT, file)).toString('base64')}`
}

function bytesOf(bundle: Bundle, file: string): Uint8Array {
  const found = bundle[file]
  if (!found) throw new Error(`The build has no ${file}.`)
  const content = found.type === 'asset' ? found.source : found.code
  return typeof content === 'string' ? Buffer.from(content) : content
}

function textOf(bundle: Bundle, file: string): string {
  return Buffer.from(bytesOf(bundle, file)).toString('utf8')
}

function onlyMatch(html: string, pattern: RegExp): { readonly text: string; readonly file: string } {
  const [first, ...others] = html.matchAll(new RegExp(pattern, 'g'))
  if (!first?.[1] || others.length > 0) throw new Error(`index.html should hold ${pattern} once.`)
  return { text: first[0], file: first[1] }
}
