import { ensureBrowser } from './find-browser.mjs'
import { ensureInstalled } from './install.mjs'
import { runStages } from './stages.mjs'

const TESTS = ['unit tests', 'build', 'browser and end-to-end tests']
const ALL = ['format and lint', 'types', 'unused code', 'unit tests', 'build', 'size budgets', TESTS[2]]

/**
 * Runs all tests; with `checks`, the stages of `npm run check` too. The last line is `N passed, N failed`, whatever
 * happens before it: what cannot be started has failed.
 */
export async function test({ checks }) {
  let total = { passed: 0, failed: 1 }
  try {
    await ensureInstalled()
    process.env.CHROME = await ensureBrowser()
    total = await runStages(checks ? ALL : TESTS)
  } catch (error) {
    console.error(error.message)
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}
