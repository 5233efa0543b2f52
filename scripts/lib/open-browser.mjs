import { spawn } from 'node:child_process'

/** Opens the address in the user's browser where there is a desktop to open it on; elsewhere does nothing. */
export function openBrowser(address) {
  const [program, ...args] = opener(address)
  if (program === undefined) return
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // the address stands in the terminal
  child.unref()
}

function opener(address) {
  const { env, platform } = process
  if (env.CI || env.SSH_CONNECTION) return []
  if (platform === 'darwin') return ['open', address]
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', address] : []
}
