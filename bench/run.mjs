/**
 * npm run bench -- [name …] [--seed=N --steps=N --rounds=N --gpu]
 * Builds, measures in the system's Chromium, stores `bench/results/<name>.json` and writes the tables of README.md anew.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { PROJECT } from '../scripts/lib/paths.mjs'
import { machine } from './lib.mjs'
import { writeTables } from './tables.mjs'

const benchmarks = {
  page: () => import('./page.mjs'),
  speed: () => import('./speed.mjs'),
  'standard-run': () => import('./standard-run.mjs'),
  'built-in-digits': () => import('./built-in-digits.mjs'),
  'start-up': () => import('./start-up.mjs'),
  watching: () => import('./watching.mjs'),
  recording: () => import('./recording.mjs'),
  checkpoint: () => import('./checkpoint.mjs'),
  digit: () => import('./digit.mjs'),
  drawing: () => import('./drawing.mjs'),
  sliding: () => import('./sliding.mjs'),
  scrub: () => import('./scrub.mjs'),
  evaluation: () => import('./evaluation.mjs'),
  memory: () => import('./memory.mjs'),
  export: () => import('./export.mjs'),
  'one-file': () => import('./one-file.mjs'),
  tape: () => import('./tape.mjs'),
  'run-file': () => import('./run-file.mjs'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    steps: { type: 'string' },
    rounds: { type: 'string' },
    gpu: { type: 'boolean', default: false },
  },
})
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks)
const unknown = names.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  )
  process.exit(1)
}

const settings = {
  ...(values.seed && { seed: Number(values.seed) }),
  ...(values.steps && { steps: Number(values.steps) }),
  ...(values.rounds && { rounds: Number(values.rounds) }),
  gpu: values.gpu,
}
const results = join(PROJECT, 'bench', 'results')
mkdirSync(results, { recursive: true })
await ensureBuilt()
for (const name of names) {
  const { title, measure } = await benchmarks[name]()
  console.log(`${title} …`)
  const result = await measure(settings)
  console.log(JSON.stringify(result, null, 2))
  const command = [
    'npm run bench --',
    name,
    ...process.argv.slice(2).filter((word) => word.startsWith('--')),
  ].join(' ')
  const record = { title, command, date: new Date().toISOString().slice(0, 10), machine: machine(), result }
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`)
}
writeTables(results)
