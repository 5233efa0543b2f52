/** A contender of the benchmark's own page: it answers three calls from a worker. */

export async function openOther(browser, address, { name, backend }) {
  const page = await browser.newPage()
  await page.goto(`${address}bench/speed/page.html`)
  await page.waitForFunction(() => 'ask' in window)
  const ask = (call) => page.evaluate((wish) => window.ask(wish), call)
  return {
    prepared: await ask({ type: 'open', name, backend }),
    turn: (limits) => ask({ type: 'turn', ...limits }),
    finish: () => ask({ type: 'finish' }),
    close: () => page.close(),
  }
}
