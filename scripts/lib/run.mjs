import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT } from './paths.mjs'

/**
 * Runs a program in the project's folder and resolves to its exit code; 127 where it could not be started.
 * `quiet` collects its output and hands it over instead of showing it.
 */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT,
      env: { ...process.env, ...(quiet ? { NO_COLOR: '1' } : {}), ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 127, output: String(error.message) }))
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === null ? 0 : 1), output }))
  })
}

/** Runs a tool of `node_modules` by the path of its script: works without a shell on every system. */
export function runTool(script, args, options) {
  return run(process.execPath, [join(PROJECT, 'node_modules', script), ...args], options)
}

/** Runs npm: the one that started us, where npm started us. */
export function runNpm(args, options) {
  const npmScript = process.env.npm_execpath
  if (npmScript?.endsWith('npm-cli.js')) return run(process.execPath, [npmScript, ...args], options)
  // Windows starts `npm.cmd` only through its command interpreter.
  return process.platform === 'win32'
    ? run('cmd.exe', ['/c', 'npm', ...args], options)
    : run('npm', args, options)
}
