/** WebGL that is lost, or is not there, in the workers of a page. */
import { expect, type Page } from '@playwright/test'

/** Comes before the worker's own code, and keeps what `loseContexts` needs. */
const keepContexts = `{
  const { getContext } = OffscreenCanvas.prototype
  self.keptContexts = []
  OffscreenCanvas.prototype.getContext = function (...all) {
    const context = getContext.apply(this, all)
    if (context instanceof WebGL2RenderingContext) self.keptContexts.push(context)
    return context
  }
}`

/** Workers of the page keep the WebGL contexts they make, from the page's opening on. */
export async function keepWebglContexts(page: Page) {
  await beforeWorkers(page, keepContexts)
}

/** Workers of the page find no WebGL. */
export async function withoutWebgl(page: Page) {
  await beforeWorkers(page, 'OffscreenCanvas.prototype.getContext = () => null')
}

async function beforeWorkers(page: Page, script: string) {
  await page.route('**/assets/main-*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${script}\n${await response.text()}` })
  })
}

/** Does to the contexts what a driver does that starts anew. Throws where there is none. */
export async function loseContexts(page: Page) {
  // The keeper has no tfjs, and so no context.
  const withTfjs = page.workers().filter((worker) => /\/main-[^/]*\.js/.test(worker.url()))
  const lost = withTfjs.map((worker) =>
    worker.evaluate(() => {
      const { keptContexts } = self as unknown as { keptContexts: WebGL2RenderingContext[] }
      for (const context of keptContexts) context.getExtension('WEBGL_lose_context')?.loseContext()
      return keptContexts.length
    }),
  )
  expect((await Promise.all(lost)).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
}
