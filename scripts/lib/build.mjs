import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './paths.mjs'
import { runTool } from './run.mjs'

/** All that decides what the built page is. */
const SOURCES = [
  ...['src', 'public', 'scripts/lib', 'index.html', 'vite.config.ts', 'vite.one-file.config.ts'],
  ...['package-lock.json', 'tsconfig.base.json'],
]

/** Builds the page into `dist/`. Throws when that fails. */
export async function build() {
  await vite([])
}

/** Builds the one-file edition into `dist-one-file/`. Throws when that fails. */
export async function buildOneFile() {
  await vite(['--config', 'vite.one-file.config.ts'])
}

async function vite(args) {
  const words = ['build', '--logLevel', 'warn', ...args]
  const { code, output } = await runTool('vite/bin/vite.js', words, { quiet: true })
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`)
}

/** Builds where a source is newer than the built page. */
export async function ensureBuilt() {
  if (isBuilt(PROJECT)) return
  console.log('Building the page …')
  await build()
}

export async function ensureOneFileBuilt() {
  if (!isNewest(PROJECT, join('dist-one-file', 'faltwerk.html'))) await buildOneFile()
}

export function isBuilt(folder) {
  const worker = join(folder, 'dist', 'sw.js') // written last
  return existsSync(worker) && isNewest(folder, join('dist', 'index.html'))
}

function isNewest(folder, file) {
  const page = join(folder, file)
  if (!existsSync(page)) return false
  const builtAtMs = statSync(page).mtimeMs
  return SOURCES.every((source) => newestMs(join(folder, source)) <= builtAtMs)
}

/** The latest change of a file or of anything in a folder, in ms; a folder's own time tells of removed files. */
function newestMs(path) {
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestMs(join(path, name))),
    stats.mtimeMs,
  )
}
