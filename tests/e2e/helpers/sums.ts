/** The panel that shows how a number came about, as a test finds it. */
import type { Locator, Page } from '@playwright/test'
import { control, waitForStatus, waitForStep } from './page.ts'
import { settledPictures } from './pictures.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

export const said = {
  title: { en: 'How this number came about', de: 'So entsteht diese Zahl' },
  toText: { en: 'Back to the text', de: 'Zurück zum Text' },
  trace: { en: 'Trace to the pixels', de: 'Spur zu den Pixeln' },
  rounding: { en: 'Rounding', de: 'Rundung' },
  products: { en: 'Products', de: 'Produkte' },
} as const

export function panelOf(page: Page, language: Language): Locator {
  return page.getByRole('region', { name: said.title[language] })
}

export function placeIn(panel: Locator): Locator {
  return panel.locator('[aria-live]').first()
}

/** As a link would: the place counts from 1. */
export async function goToSum(page: Page, sum: string): Promise<void> {
  await page.evaluate((sum) => {
    const [path = '', search = ''] = location.hash.split('?')
    const values = new URLSearchParams(search)
    values.set('sum', sum)
    location.hash = `${path}?${values}`
  }, sum)
}

export async function trainSteps(page: Page, count: number) {
  await waitForStatus(page, 'ready')
  for (let step = 1; step <= count; step++) {
    await control(page, 'oneStep', 'en').click()
    await waitForStep(page, step)
  }
  await settledPictures(page)
}
