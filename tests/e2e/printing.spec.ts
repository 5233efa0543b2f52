/** The screen on paper. */
import { canvases, openPage, waitForStatus } from './helpers/page.ts'
import { settledPictures } from './helpers/pictures.ts'
import { pixelsOf } from './helpers/pixels.ts'
import { expect, test } from './helpers/quiet.ts'

for (const language of ['en', 'de'] as const) {
  test(`the screen on paper: heading, light figure, open folds, the run; no menus: ${language}`, async ({
    page,
    site,
  }) => {
    test.setTimeout(60_000)
    const query = { seed: '7', backend: 'wasm', open: 'formula' }
    const printing = page.waitForResponse(/followPrinting/)
    await openPage(page, { url: site.url, language, lesson: 'convolution', theme: 'dark', query })
    await waitForStatus(page, 'ready')
    await settledPictures(page)
    await printing
    await page.waitForTimeout(500)
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    const before = await pixelsOf(canvases(page, 'conv1/pre', 'figure').last())

    // What the browser does before it prints, held so that it can be looked at.
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect(page.getByRole('heading', { level: 1, name: heading ?? '' })).toHaveCount(1)
    for (const part of ['header', 'nav', 'button'])
      await expect(page.locator('#root').locator(part).first()).toBeHidden()
    const paper = page.locator('body > div[lang]')
    expect(await paper.evaluate((sheet) => getComputedStyle(sheet).color)).toBe('rgb(23, 24, 28)')
    await expect(paper.locator('details[open]')).toHaveCount(1)
    await expect(paper.locator('footer')).toContainText(`#/${language}/convolution`)
    await expect(paper.locator('footer')).toContainText(language === 'de' ? 'Startwert 7' : 'seed 7')
    const overhang = await paper.evaluate((sheet) => {
      const { right } = sheet.getBoundingClientRect()
      return [...sheet.querySelectorAll('canvas')].filter(
        (canvas) => canvas.getBoundingClientRect().right > right + 1,
      ).length
    })
    expect(overhang).toBe(0)
    // The gap between maps is paper: no picture of the dark page.
    const corner = await paper
      .locator('canvas')
      .first()
      .evaluate((element) => {
        const canvas = element as HTMLCanvasElement
        return [...(canvas.getContext('2d')?.getImageData(canvas.width >> 1, 3, 1, 1).data ?? [])]
      })
    expect(corner[0]).toBeGreaterThan(200)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: null })
    await expect(paper).toHaveCount(0)
    expect(await pixelsOf(canvases(page, 'conv1/pre', 'figure').last())).toEqual(before)

    for (const landscape of [false, true]) {
      const pdf = await page.pdf({ format: 'A4', landscape, outline: true, tagged: true })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
      expect(pages).toBeGreaterThanOrEqual(1)
      expect(pages).toBeLessThanOrEqual(4)
    }
  })
}
