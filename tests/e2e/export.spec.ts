/** A run leaves for TensorBoard: by the button, read back by a decoder that shares no code with the writer. */
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { PNG } from 'pngjs'
import { initialParameters } from '../../src/network/parameters.ts'
import { binsOf, readGraph, readMetadata, textOf } from '../fixtures/eventFiles.ts'
import { allTags, scalarsOf, scopes, series, splits, tagsOf, unpacked } from '../fixtures/exported.ts'
import { attribute, control, type Language, openPage, waitForStatus, waitForStep } from './helpers/page.ts'
import { expect, test } from './helpers/test.ts'

const names = {
  start: { de: /^(Für TensorBoard|Neu) exportieren$/, en: /^Export (for TensorBoard|again)$/ },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  done: { de: 'Gespeichert als', en: 'Saved as' },
  failed: { de: 'Der Export hat nicht geklappt', en: 'The export did not work' },
} as const

const onWasm = { seed: '7', backend: 'wasm' }

test('200 steps and back: both runs hold what the page has seen, in either language', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000)
  await openPage(page, {
    url: site.url,
    lesson: 'instruments',
    language: 'de',
    query: { ...onWasm, steps: '200' },
  })
  await waitForStatus(page, 'ready')
  await control(page, 'train', 'de').click()
  await waitForStatus(page, 'finished', 200_000)
  await openExport(page)

  const german = await exported(page, 'de')
  expect(german.name).toBe('faltwerk-seed7-step200.zip')
  const { train, test: ofTest } = german.events
  expect(tagsOf(train)).toEqual(new Set([...allTags, 'accuracy/accuracy_without_dropout']))
  expect(tagsOf(ofTest)).toEqual(new Set(allTags))

  const every = Array.from({ length: 200 }, (_, at) => at + 1)
  const losses = scalarsOf(train, 'cross_entropy/cross_entropy')
  expect(losses.map(([step]) => step)).toEqual(every)
  expect(losses.at(-1)?.[1]).toBe(Math.fround(Number(await attribute(page, 'data-loss'))))
  const accuracies = scalarsOf(ofTest, 'accuracy/accuracy')
  expect(accuracies.map(([step]) => step)).toEqual([0, 100, 200])
  expect(accuracies.at(-1)?.[1]).toBe(Math.fround(Number(await attribute(page, 'data-accuracy'))))

  for (const split of splits) {
    for (const scope of Object.values(scopes)) {
      const histograms = series(german.events[split], `${scope}/summaries/histogram`)
      expect(histograms.map(({ step }) => step)).toEqual([0, 100, 200])
    }
    expect(series(german.events[split], 'input/preprocess')).toHaveLength(3)
  }
  expectFirstFilters(german)
  expectGraphAndTraces(german)

  await control(page, 'english', 'de').click()
  const english = await exported(page, 'en')
  expect(english.events.train).toHaveLength(train.length)
  const [runText] = series(english.events.train, 'run')
  expect(textOf(runText?.tensor.string_val[0])).toContain('# Faltwerk: run with seed 7')
  expect(textOf(series(train, 'run')[0]?.tensor.string_val[0])).toContain('# Faltwerk: Lauf mit Startwert 7')
})

test('an export in the middle of the training is of one moment, and the training goes on', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000)
  await openPage(page, { url: site.url, lesson: 'instruments', query: onWasm })
  await waitForStatus(page, 'ready')
  await openExport(page)
  await control(page, 'train', 'en').click()
  await waitForStep(page, 12)
  const { name, events } = await exported(page, 'en')
  const step = Number(/step(\d+)\.zip$/.exec(name)?.[1])
  expect(step).toBeGreaterThanOrEqual(12)
  const losses = scalarsOf(events.train, 'cross_entropy/cross_entropy')
  expect(losses.map(([at]) => at)).toEqual(Array.from({ length: step }, (_, at) => at + 1))
  expect(Math.max(...[...events.train, ...events.test].map((event) => event.step))).toBe(step)
  await waitForStep(page, step + 3)
  expect(await attribute(page, 'data-status')).toBe('training')
})

test('an export can be cancelled, fails with a sentence, and works after both', async ({ page, site }) => {
  test.setTimeout(120_000)
  const script = '**/assets/exportWorker-*.js'
  await openPage(page, { url: site.url, lesson: 'instruments', language: 'de', query: onWasm })
  await waitForStatus(page, 'ready')
  await openExport(page)
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  const start = page.getByRole('button', { name: names.start.de })

  // Held, so that there is time to cancel; it never answers.
  await page.route(script, () => {})
  await start.click()
  await expect(page.getByRole('progressbar', { name: 'Fortschritt des Exports' })).toBeVisible()
  await page.getByRole('button', { name: names.cancel.de, exact: true }).click()
  await expect(start).toBeEnabled()

  await page.unroute(script)
  await page.route(script, (route) => route.abort())
  await start.click()
  await expect(page.getByText(names.failed.de)).toBeVisible()
  await control(page, 'english', 'de').click()
  await expect(page.getByText(names.failed.en)).toBeVisible()
  expect(downloads).toEqual([])

  await page.unroute(script)
  const { name, events } = await exported(page, 'en')
  expect(name).toBe('faltwerk-seed7-step0.zip')
  expect(series(events.train, 'input/preprocess').map(({ step }) => step)).toEqual([0])
})

async function openExport(page: Page) {
  await page.locator('label', { hasText: /^Export$/ }).click()
}

type ReadBack = Awaited<ReturnType<typeof exported>>

async function exported(page: Page, language: Language) {
  const start = page.getByRole('button', { name: names.start[language] })
  await expect(start).toBeEnabled()
  const [download] = await Promise.all([page.waitForEvent('download'), start.click()])
  const zip = await readFile(await download.path())
  await expect(page.getByText(`${names.done[language]} ${download.suggestedFilename()}`)).toBeVisible()
  return { name: download.suggestedFilename(), ...unpacked(zip) }
}

/** The seed alone says what the filters of step 0 are. */
function expectFirstFilters({ events }: ReadBack) {
  const weights = initialParameters(7)['conv1/weights']
  const limit = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const [first] = series(events.train, `${scopes['conv1/weights']}/filter`)
  const { data, width } = PNG.sync.read(Buffer.from(first!.tensor.string_val[2]!))
  for (let filter = 0; filter < 32; filter++) {
    for (let weight = 0; weight < 25; weight++) {
      const x = (filter % 8) * 6 + (weight % 5)
      const y = Math.floor(filter / 8) * 6 + Math.floor(weight / 5)
      const value = ((data[(y * width + x) * 4]! - 128) / 127) * limit
      expect(Math.abs(value - weights[weight * 32 + filter]!)).toBeLessThanOrEqual(limit / 254 + 1e-6)
    }
  }
  const [histogram] = series(events.test, `${scopes['conv1/weights']}/summaries/histogram`)
  const counted = binsOf(histogram!.tensor).reduce((sum, row) => sum + row[2]!, 0)
  expect(counted).toBe(800)
}

function expectGraphAndTraces({ events }: ReadBack) {
  const graphs = events.train.flatMap(({ graph_def }) => (graph_def ? [readGraph(graph_def)] : []))
  expect(graphs).toHaveLength(1)
  const nodes = new Set(graphs[0]!.node.map(({ name }) => name))
  for (const { input } of graphs[0]!.node) for (const name of input) expect(nodes).toContain(name)
  const traces = events.train.flatMap(({ tagged_run_metadata }) => tagged_run_metadata ?? [])
  expect(traces.map(({ tag }) => tag)).toEqual(['step_0100', 'step_0200'])
  for (const { run_metadata } of traces) {
    const stats = readMetadata(run_metadata).step_stats.dev_stats.flatMap(({ node_stats }) => node_stats)
    expect(stats.length).toBeGreaterThan(20)
    for (const { node_name } of stats) expect(nodes).toContain(node_name)
    expect(stats.reduce((sum, { all_end_rel_micros }) => sum + all_end_rel_micros, 0)).toBeGreaterThan(0)
  }
  expect(events.test.some((event) => event.graph_def ?? event.tagged_run_metadata)).toBe(false)
}
