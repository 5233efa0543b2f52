/** Data files the user opens or drops: good ones are used, bad ones are refused with a sentence. */
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { idxLabels } from '../fixtures/idx.ts'
import { type FileToOpen, barImages as images, barLabels as labels, openFiles } from './helpers/digitFiles.ts'
import { attribute, control, openPage, stepOf, waitForStatus, waitForStep } from './helpers/page.ts'
import { hashesOf, settledPictures } from './helpers/pictures.ts'
import { expect, test } from './helpers/quiet.ts'

const query = { seed: '7', backend: 'wasm' }
/** Bytes 4 … 7 are the count, 8 … 11 the height, 12 … 15 the width, each with its high byte first. */
function changed(bytes: Uint8Array, at: number, to: readonly number[]): Uint8Array {
  const copy = bytes.slice()
  copy.set(to, at)
  return copy
}

const damagedGzip = (() => {
  const packed = new Uint8Array(gzipSync(images))
  return changed(packed, Math.floor(packed.length / 2), [1, 2, 3, 4, 5, 6, 7, 8])
})()

type BadFiles = {
  readonly what: string
  readonly files: readonly FileToOpen[]
  readonly en: RegExp
  readonly de: RegExp
}

const goodLabels: FileToOpen = { name: 'labels', bytes: labels }
const badFiles: readonly BadFiles[] = [
  {
    what: 'wrong magic number',
    files: [{ name: 'notes.txt', bytes: new TextEncoder().encode('no digits here, only words') }, goodLabels],
    en: /“notes.txt” is not an IDX file\./,
    de: /„notes.txt“ ist keine IDX-Datei\./,
  },
  {
    what: 'truncated',
    files: [{ name: 'images', bytes: images.slice(0, 50_000) }, goodLabels],
    en: /“images” is incomplete: 50,000 bytes instead of 94,096\./,
    de: /„images“ ist unvollständig: 50\u202f000 statt 94\u202f096 Byte\./,
  },
  {
    what: 'corrupt gzip',
    files: [{ name: 'images.gz', bytes: damagedGzip }, goodLabels],
    en: /“images\.gz” cannot be unpacked\./,
    de: /„images\.gz“ lässt sich nicht entpacken\./,
  },
  {
    what: 'label above 9',
    files: [
      { name: 'images', bytes: images },
      { name: 'labels', bytes: changed(labels, 8 + 30, [11]) },
    ],
    en: /In “labels” the label at position 3[01] is 11\. The network knows only 0 to 9\./,
    de: /In „labels“ steht an Stelle 3[01] das Label 11\. Das Netz kennt nur 0 bis 9\./,
  },
  {
    what: 'counts that differ',
    files: [
      { name: 'images', bytes: images },
      { name: 'labels', bytes: idxLabels([1, 2, 3]) },
    ],
    en: /120 images but 3 labels/,
    de: /120 Bilder, aber 3 Labels/,
  },
  {
    what: 'not 28 × 28',
    files: [
      { name: 'images', bytes: changed(images, 8, [0, 0, 0, 14, 0, 0, 0, 56]) }, // as many pixels, other sides
      goodLabels,
    ],
    en: /“images” have 56 × 14 pixels, the network needs 28 × 28/,
    de: /„images“ haben 56 × 14 Pixel, das Netz braucht 28 × 28/,
  },
  {
    what: 'empty',
    files: [{ name: 'images', bytes: new Uint8Array(0) }, goodLabels],
    en: /“images” is empty\./,
    de: /„images“ ist leer\./,
  },
  {
    what: 'a head that promises two thousand million images',
    files: [{ name: 'images', bytes: changed(images, 4, [0x7f, 0xff, 0xff, 0xff]) }, goodLabels],
    en: /“images” is (incomplete|too large)/,
    de: /„images“ ist (unvollständig|zu groß)/,
  },
  {
    what: 'more zeros than the page reads, packed small',
    files: [{ name: 'zeros.gz', bytes: new Uint8Array(gzipSync(Buffer.alloc(220 * 2 ** 20), { level: 1 })) }],
    en: /“zeros\.gz” is too large\. This page reads at most 209\.7.MB\./,
    de: /„zeros\.gz“ ist zu groß\. Mehr als 209,7.MB liest diese Seite nicht\./,
  },
  {
    what: 'labels missing',
    files: [{ name: 'images', bytes: images }],
    en: /Found: 1 image file and 0 label files\./,
    de: /Gefunden: 1 Bilddatei und 0 Labeldateien\./,
  },
]

test('bad files get a sentence in both languages, and the training goes on with its own set', async ({
  page,
  site,
}) => {
  test.setTimeout(150_000)
  await openPage(page, { url: site.url, lesson: 'loss', query })
  await waitForStatus(page, 'ready')
  const source = await attribute(page, 'data-source')
  await control(page, 'train', 'en').click()
  await waitForStep(page, 1)

  for (const { what, files, en, de } of badFiles) {
    await test.step(what, async () => {
      const step = await stepOf(page)
      await openFiles(page, files)
      await page.getByRole('button', { name: 'Load and start over' }).click()
      const message = page.getByRole('region', { name: /^(Messages|Meldungen)$/ }).getByRole('status')
      await expect(message).toContainText(en)
      await control(page, 'german', 'en').click()
      await expect(message).toContainText(de)
      await control(page, 'english', 'de').click()
      await waitForStep(page, step + 1)
      expect(await attribute(page, 'data-source')).toBe(source)
      expect(await attribute(page, 'data-status')).toBe('training')
      await message.getByRole('button', { name: 'Dismiss message' }).first().click()
    })
  }
})

test('a pair of good files, packed or not, is used at once before the first step', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'digits', query })
  await waitForStatus(page, 'ready')
  const before = hashesOf(await settledPictures(page))
  await openFiles(page, [
    { name: 'bars-labels.gz', bytes: gzipSync(labels) },
    { name: 'bars-images', bytes: images },
  ])
  await expect.poll(() => attribute(page, 'data-source')).toBe('files')
  await waitForStatus(page, 'ready')
  await expect.poll(async () => hashesOf(await settledPictures(page))).not.toEqual(before)
  await expect(page.getByText('your files ·')).toBeVisible()

  await page.getByRole('button', { name: 'Compute and data' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    'In use: your files. 96 training images, 12 validation images, 12 test images.',
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
})

test('dropped files wait for a yes when a run has begun, and then start it over', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'digits', query })
  await waitForStatus(page, 'ready')
  const source = await attribute(page, 'data-source')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)

  await dropFiles(page, [
    { name: 'bars-images.gz', bytes: gzipSync(images) },
    { name: 'bars-labels', bytes: labels },
  ])
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 files chosen. Another data set starts the run over.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(await attribute(page, 'data-source')).toBe(source)
  expect(await stepOf(page)).toBe(1)

  await dropFiles(page, [
    { name: 'bars-images.gz', bytes: gzipSync(images) },
    { name: 'bars-labels', bytes: labels },
  ])
  await dialog.getByRole('button', { name: 'Load and start over' }).click()
  await expect.poll(() => attribute(page, 'data-source')).toBe('files')
  await waitForStatus(page, 'ready')
  expect(await stepOf(page)).toBe(0)
})

test('loading can be cancelled and leaves the set in use', async ({ page, site }) => {
  await openPage(page, { url: site.url, lesson: 'digits', query })
  await waitForStatus(page, 'ready')
  await openFiles(page, [
    { name: 'bars-images', bytes: images },
    { name: 'bars-labels', bytes: labels },
  ])
  await expect.poll(() => attribute(page, 'data-source')).toBe('files')

  // Writing the built-in digits takes seconds: time to change one's mind.
  await page.getByRole('button', { name: 'Compute and data' }).click()
  await page.getByRole('button', { name: 'Use the built-in digits' }).click()
  await expect(page.getByRole('progressbar', { name: 'Writing digits' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel loading' }).click()
  await expect(page.getByRole('progressbar', { name: 'Writing digits' })).toBeHidden()
  expect(await attribute(page, 'data-source')).toBe('files')
  await control(page, 'oneStep', 'en').click()
  await waitForStep(page, 1)
  expect(await attribute(page, 'data-source')).toBe('files')
})

async function dropFiles(page: Page, files: readonly FileToOpen[]) {
  const sent = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer()
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      dataTransfer.items.add(new File([bytes], name))
    }
    const target = document.querySelector('main') ?? document.body
    for (const type of ['dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    }
  }, sent)
}
