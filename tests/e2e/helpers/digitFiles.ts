/** Digits of the visitor's own: a small set of bars that can be learned, and the dialog that takes it. */
import type { Page } from '@playwright/test'
import { idxImages, idxLabels } from '../../fixtures/idx.ts'
import type { Language } from './page.ts'

export type FileToOpen = { readonly name: string; readonly bytes: Uint8Array }

const count = 120
/** Image n has a bar at a row that tells its class: a set that can be learned. */
export const barImages = idxImages(count, (n, place) =>
  Math.floor(place / 28) === 4 + 2 * (n % 10) ? 255 : 0,
)
export const barLabels = idxLabels(Array.from({ length: count }, (_, n) => n % 10))

/** 96 of them are training images. */
export const barFiles: readonly FileToOpen[] = [
  { name: 'bars-images', bytes: barImages },
  { name: 'bars-labels', bytes: barLabels },
]

const names = {
  settings: { de: 'Rechenweg und Daten', en: 'Compute and data' },
  open: { de: 'IDX-Dateien öffnen', en: 'Open IDX files' },
} as const

/** Chooses files in the dialog of the data, which it opens. */
export async function openFiles(page: Page, files: readonly FileToOpen[], language: Language = 'en') {
  await page.getByRole('button', { name: names.settings[language] }).click()
  await page.getByLabel(names.open[language]).setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  )
}
