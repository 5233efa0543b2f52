/** The parts of `npm test` and `npm run check`. Each resolves to `{ passed, failed, output }`. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildOneFile, ensureBuilt, ensureOneFileBuilt } from './build.mjs'
import { PROJECT } from './paths.mjs'
import { runTool } from './run.mjs'

const RESULTS = join(PROJECT, '.cache', 'tests')

/** A tool that is right or wrong as a whole. Quiet unless wrong. */
function wholeTool(script, args) {
  return async () => {
    const { code, output } = await runTool(script, args, { quiet: true })
    return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output }
  }
}

/** A test runner that shows its own progress and leaves its counts in a JSON file. */
function testRunner(script, args, { results, env, count }) {
  return async () => {
    mkdirSync(RESULTS, { recursive: true })
    const path = join(RESULTS, results)
    rmSync(path, { force: true })
    const { code } = await runTool(script, args, { env: { ...env, FALTWERK_TEST_RESULTS: path } })
    return { ...countTests({ path, code, count }), output: '' }
  }
}

/** A runner that crashed, or left no counts, is one failure: nothing passes by silence. */
export function countTests({ path, code, count }) {
  let counts = { passed: 0, failed: 0 }
  try {
    counts = count(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return silent ? { ...counts, failed: 1 } : counts
}

export const STAGES = {
  'format and lint': wholeTool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']),
  types: wholeTool('typescript/bin/tsc', ['-b']),
  'unused code': wholeTool('knip/bin/knip.js', ['--no-progress']),
  'unit tests': testRunner(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(RESULTS, 'unit.json')}`],
    {
      results: 'unit.json',
      count: (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
    },
  ),
  build: async () => {
    try {
      await Promise.all([build(), buildOneFile()])
      return { passed: 1, failed: 0, output: '' }
    } catch (error) {
      return { passed: 0, failed: 1, output: error.message }
    }
  },
  'size budgets': wholeTool('size-limit/bin.js', []),
  'browser and end-to-end tests': async () => {
    await ensureBuilt()
    await ensureOneFileBuilt()
    return await playwright()
  },
}

const playwright = testRunner('@playwright/test/cli.js', ['test'], {
  results: 'browser.json',
  count: ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }),
})

/** Runs the named stages one after another, says how each went, and resolves to the sum of their counts. */
export async function runStages(names) {
  const total = { passed: 0, failed: 0 }
  for (const name of names) {
    const startMs = performance.now()
    const { passed, failed, output } = await STAGES[name]().catch((error) => {
      return { passed: 0, failed: 1, output: error.message }
    })
    if (failed > 0 && output) console.log(output.trim())
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
    console.log(`${failed > 0 ? '✗' : '✓'} ${name} (${seconds} s)`)
    total.passed += passed
    total.failed += failed
  }
  return total
}
