import { expect, test } from 'vitest'
import { fakeLocks } from '../../../tests/fixtures/fakeLocks.ts'
import { createTabTurn } from './lock.ts'

test('asked twice before the browser has answered, a tab is not its own other tab', async () => {
  const browser = fakeLocks()
  const turn = createTabTurn(browser.tab().locks, () => {})
  expect(await Promise.all([turn.take(), turn.take()])).toEqual([true, true])
  expect(await turn.isElsewhere()).toBe(false)
})

test('a tab that waits is called once, when the other one is closed', async () => {
  const browser = fakeLocks()
  const [one, other] = [browser.tab(), browser.tab()]
  expect(await createTabTurn(one.locks, () => {}).take()).toBe(true)
  let came = 0
  const turn = createTabTurn(other.locks, () => came++)
  expect(await Promise.all([turn.take(), turn.take()])).toEqual([false, false])
  expect(await turn.take()).toBe(false)
  expect(await turn.isElsewhere()).toBe(true)
  one.close()
  await Promise.resolve()
  expect(came).toBe(1)
  expect(await turn.take()).toBe(true)
})
