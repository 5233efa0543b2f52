import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './paths.mjs'
import { runTool } from './run.mjs'

/** All that decides what the built page is. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.base.json']

/** Builds the page into `dist/`. Throws when that fails. */
export async function build() {
  const { code, output } = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { quiet: true })
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`)
}

/** Builds where a source is newer than the built page. */
export async function ensureBuilt() {
  if (isBuilt(PROJECT)) return
  console.log('Building the page …')
  await build()
}

export function isBuilt(folder) {
  const page = join(folder, 'dist', 'index.html')
  const worker = join(folder, 'dist', 'sw.js') // written last
  if (!existsSync(page) || !existsSync(worker)) return false
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
