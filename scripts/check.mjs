/** `npm run check`: everything that needs no browser. */
import { requireNode } from './lib/node-version.mjs'

requireNode()
const { ensureInstalled } = await import('./lib/install.mjs')
const { runStages } = await import('./lib/stages.mjs')

await ensureInstalled()
const stages = ['format and lint', 'types', 'unused code', 'unit tests', 'build', 'size budgets']
const { failed } = await runStages(stages)
process.exitCode = failed > 0 ? 1 : 0
