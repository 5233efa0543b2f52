/** The files under `src/`, with what they import, read as text. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const SRC = join(import.meta.dirname, '..', '..', 'src')

export type Source = {
  /** Relative to `src/`, with slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

export type Import = {
  /** A path relative to `src/`, or the name of a package. */
  readonly target: string
  readonly typesOnly: boolean
}

/** Every `.ts`, `.tsx` and `.mdx` file. */
export function readSources(): Source[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|tsx|mdx)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(SRC, path), 'utf8')
      return { path, text, imports: importsOf(text, path) }
    })
}

/** Static, lazy and `new URL(…, import.meta.url)` imports; `path` is the file that holds them. */
export function importsOf(text: string, path: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  const statics = [...code.matchAll(/^\s*(import|export)\s+(type\s+)?([^'"]*?\bfrom\s*)?['"]([^'"]+)['"]/gm)]
    .filter(([, keyword, , from]) => keyword === 'import' || from !== undefined)
    .map(([, , type, , name]) => ({ target: resolved(name ?? '', path), typesOnly: type !== undefined }))
  const lazy = [
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bnew URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g),
  ].map(([, name]) => ({ target: resolved(name ?? '', path), typesOnly: false }))
  return [...statics, ...lazy]
}

function resolved(name: string, path: string): string {
  if (!name.startsWith('.')) return name
  return relative(SRC, join(SRC, dirname(path), name.split('?')[0] ?? '')).replaceAll('\\', '/')
}
