/** What is in the built page's scripts, read from the files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pageScripts } from '../../scripts/lib/page-chunks.mjs'
import { PROJECT } from '../../scripts/lib/paths.mjs'

const DIST = join(PROJECT, 'dist')
/** The name under which the engine of tfjs hangs itself into the global scope. */
const TFJS = '_tfengine'

test('tfjs is in the worker and nowhere on the page', () => {
  const onPage = pageScripts(DIST)
  const all = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'))
  const withTfjs = all.map((name) => `assets/${name}`).filter((file) => read(file).includes(TFJS))
  expect(withTfjs).not.toEqual([]) // the name is a good mark
  expect(withTfjs.filter((file) => onPage.includes(file))).toEqual([])
})

test('both languages of every lesson are kept for offline use, and MNIST is not', () => {
  const kept = read('sw.js')
  const texts = readdirSync(join(DIST, 'assets')).filter((name) => /^text\.(de|en)-.*\.js$/.test(name))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter((name) => !kept.includes(name))).toEqual([])
  for (const name of readdirSync(join(DIST, 'assets'))) {
    if (/\.(js|css|wasm|woff2)$/.test(name)) expect(kept).toContain(name)
  }
  expect(kept).not.toContain('ubyte')
})

test('the page carries its content security policy before anything else', () => {
  const html = read('index.html')
  expect(html.indexOf('Content-Security-Policy')).toBeGreaterThan(0)
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|link|style)/))
})

function read(file: string): string {
  return readFileSync(join(DIST, file), 'utf8')
}
