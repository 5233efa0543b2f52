/** Compiles src/kernels/assembly (AssemblyScript) to WebAssembly: those of training once for each kind of browser. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT } from './paths.mjs'

const sources = join(PROJECT, 'src', 'kernels', 'assembly')
const cache = join(PROJECT, 'node_modules', '.cache', 'faltwerk', 'kernels')

/** Memory is shared among threads or not; multiply-add is one relaxed instruction or two. */
const variants = {
  'shared-relaxed': ['index.ts', '--sharedMemory', '--enable', 'relaxed-simd'],
  shared: ['index.ts', '--sharedMemory'],
  relaxed: ['index.ts', '--enable', 'relaxed-simd'],
  plain: ['index.ts'],
  // The keeper's only one.
  difference: ['difference.ts'],
}

const options = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--enable', 'threads'],
  // The memory is tfjs's own; a 32-bit memory has at most 65,536 pages.
  ...['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
]

/** The file of one variant, compiled if the sources have changed. Throws with the compiler's words. */
export async function compiledKernels(variant) {
  const file = join(cache, sourceHash(), `${variant}.wasm`)
  if (existsSync(file)) return file
  const { default: asc } = await import('assemblyscript/asc')
  const arguments_ = [...variants[variant], ...options, '--outFile', 'kernels.wasm']
  let binary = null
  const { error, stderr } = await asc.main(arguments_, {
    readFile: (name, folder) => {
      const path = join(sources, folder, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : null
    },
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') binary = contents
    },
  })
  if (error || !binary) throw new Error(`The kernels do not compile.\n${stderr}`)
  mkdirSync(dirname(file), { recursive: true })
  // Whole or not at all: another process may be looking.
  writeFileSync(`${file}.${process.pid}`, binary)
  renameSync(`${file}.${process.pid}`, file)
  return file
}

function sourceHash() {
  const hash = createHash('sha256').update(options.join(' '))
  for (const name of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Vite: `virtual:kernels/<variant>.wasm?url` is the address of a compiled variant. */
export function kernelsPlugin() {
  const name = /^virtual:kernels\/([\w-]+)\.wasm\?url$/
  return {
    name: 'faltwerk:kernels',
    enforce: 'pre',
    resolveId: {
      filter: { id: name },
      async handler(id) {
        return `${await compiledKernels(name.exec(id)[1])}?url`
      },
    },
  }
}
