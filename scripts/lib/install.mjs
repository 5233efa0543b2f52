import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './paths.mjs'
import { runNpm } from './run.mjs'

/** Runs `npm ci` where `node_modules` does not hold what the lock file names. Throws when that fails. */
export async function ensureInstalled() {
  if (isInstalled(PROJECT)) return
  console.log('Installing packages (npm ci) …')
  // Development packages build the page; NODE_ENV=production would leave them out.
  const { code } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0)
    throw new Error('npm ci failed: the lines above say why. It needs a network connection once.')
}

/**
 * Compares the lock file with npm's record of what it installed. Times of files say nothing after a checkout;
 * versions do. Packages for other systems are optional and may be missing.
 */
export function isInstalled(folder) {
  const recordPath = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(recordPath)) return false
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const installed = readPackages(recordPath)
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true // the project itself
    const found = installed[path]
    return found === undefined ? Boolean(optional || devOptional) : found.version === version
  })
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}
