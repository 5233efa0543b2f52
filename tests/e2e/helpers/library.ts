/** The window of the runs of this device, and run files on their way out and in. */
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Language } from './page.ts'

export const libraryNames = {
  runs: { de: 'Läufe', en: 'Runs' },
  title: { de: 'Läufe auf diesem Gerät', en: 'Runs on this device' },
  rename: { de: /^Umbenennen: /, en: /^Rename: / },
  nameOf: { de: 'Name des Laufs', en: 'Name of the run' },
  save: { de: /^Sichern: /, en: /^Save: / },
  whole: { de: /^Zum Weitertrainieren/, en: /^To train on/ },
  small: { de: /^Nur zum Ansehen/, en: /^Only to look at/ },
  remove: { de: /^Löschen: /, en: /^Delete: / },
  undo: { de: 'Doch behalten', en: 'Keep it after all' },
  open: { de: /^Öffnen: /, en: /^Open: / },
  saved: { de: /^Gesichert: /, en: /^Saved: / },
} as const

const patienceMs = 60_000

export async function openLibrary(page: Page, language: Language): Promise<Locator> {
  await page.getByRole('button', { name: libraryNames.runs[language], exact: true }).click()
  const dialog = page.getByRole('dialog', { name: libraryNames.title[language] })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Brings the run of the list onto the page that is not there already. */
export async function openListed(dialog: Locator, language: Language): Promise<void> {
  const open = dialog.getByRole('button', { name: libraryNames.open[language] })
  await open.filter({ hasText: /^(Öffnen|Open)$/ }).click()
}

export async function saved(
  page: Page,
  dialog: Locator,
  { language, how }: { readonly language: Language; readonly how: 'whole' | 'small' },
) {
  const choice = dialog.getByRole('button', { name: libraryNames[how][language] })
  if (!(await choice.isVisible()))
    await dialog.getByRole('button', { name: libraryNames.save[language] }).click()
  const coming = page.waitForEvent('download', { timeout: patienceMs })
  await choice.click()
  const download = await coming
  await expect(dialog.getByText(libraryNames.saved[language])).toBeVisible()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** A large file reaches the page by an address of its own. */
export async function dropFile(
  page: Page,
  { url, name, bytes }: { url: string; name: string; bytes: Buffer },
) {
  await page.route(`${url}${name}`, (route) => route.fulfill({ body: bytes }))
  await page.evaluate(
    async ({ address, name }) => {
      const file = await (await fetch(address)).blob()
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([file], name))
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
      }
    },
    { address: `${url}${name}`, name },
  )
}
