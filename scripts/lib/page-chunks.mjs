/** Which files of the built page load when, read from the files themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g
const LAZY_IMPORT = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g

/** Scripts that load before the first paint: the entries of `index.html` and all they import statically. */
export function firstPaintScripts(dist) {
  return reachable(dist, [STATIC_IMPORT])
}

/** Every script that ever runs on the page itself: workers are not imported, so they are not among them. */
export function pageScripts(dist) {
  return reachable(dist, [STATIC_IMPORT, LAZY_IMPORT])
}

/** Paths relative to `dist`. */
function reachable(dist, patterns) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const entries = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => match[1])
  const found = new Set(entries)
  for (const file of found) {
    const code = readFileSync(join(dist, file), 'utf8')
    for (const pattern of patterns) {
      // A set that grows while it is walked visits what was added.
      for (const [, path] of code.matchAll(pattern)) found.add(join(file, '..', path))
    }
  }
  return [...found]
}
