import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { run, runTool } from './run.mjs'

const VARIABLES = [
  'CHROME',
  'CHROME_PATH',
  'CHROMIUM',
  'CHROMIUM_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
  'PUPPETEER_EXECUTABLE_PATH',
]
const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
]

/** The path of a Chrome, Chromium or Edge on this machine, or null. A variable that names none is an error. */
export function findBrowser(env = process.env) {
  for (const name of VARIABLES) {
    if (!env[name]) continue
    if (canRun(env[name])) return env[name]
    throw new Error(`${name} is set to ${env[name]}, and there is no program.`)
  }
  return [...usualPlaces(env), ...playwrightBrowsers(env)].find(canRun) ?? null
}

/** Finds a browser, or installs one. Throws a sentence that says what to do where neither works. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  console.log('No Chrome or Chromium found; installing one …')
  await installBrowser()
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'There is no Chrome or Chromium, and installing one did not work. Install Chrome or Chromium by hand, ' +
      'or name the one you have: CHROME=/path/to/chrome npm test',
  )
}

async function installBrowser() {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    const { code } = await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], {
      env,
    })
    if (code === 0) return
  }
  await runTool('@playwright/test/cli.js', ['install', 'chromium'])
}

function usualPlaces(env) {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
      `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ])
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return folders.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ])
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/google/chrome']
  return LINUX_NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

/** Browsers that Playwright downloaded, the newest first. */
function playwrightBrowsers(env) {
  const caches = {
    darwin: join(homedir(), 'Library/Caches'),
    win32: env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'),
  }
  const cache = caches[process.platform] ?? env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || join(cache, 'ms-playwright')
  if (!existsSync(folder)) return []
  const revision = (name) => Number(name.split('-')[1])
  const chromiums = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name))
  return chromiums
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => [
      join(folder, name, 'chrome-linux64/chrome'),
      join(folder, name, 'chrome-linux/chrome'),
      join(
        folder,
        name,
        'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ),
      join(
        folder,
        name,
        'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ),
      join(folder, name, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
      join(folder, name, 'chrome-win64/chrome.exe'),
      join(folder, name, 'chrome-win/chrome.exe'),
    ])
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
