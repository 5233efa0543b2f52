/** How tests reach the page: by address, by the attributes of `<html>`, by the names of its controls. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { RunStatus } from '../../../src/protocol/messages.ts'

export type Language = 'de' | 'en'
export type Theme = 'light' | 'dark' | 'projector'

export const sizes = {
  laptop: { width: 1280, height: 720 },
  desktop: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

/** The names by which people (and screen readers) find the controls of a run. */
export const controlNames = {
  train: { de: 'Training starten', en: 'Start training' },
  pause: { de: 'Pause', en: 'Pause' },
  resume: { de: 'Weiter trainieren', en: 'Continue training' },
  oneStep: { de: 'Ein Schritt', en: 'One step' },
  startOver: { de: 'Neu beginnen', en: 'Start over' },
  german: { de: 'Deutsch', en: 'Deutsch' },
  english: { de: 'English', en: 'English' },
} as const satisfies Record<string, Record<Language, string>>

export type ControlName = keyof typeof controlNames

export type OpenOptions = {
  readonly url: string
  readonly language?: Language
  readonly lesson?: string
  readonly theme?: Theme
  readonly size?: keyof typeof sizes
  /** More of the address, such as `{ backend: 'wasm', seed: '7', digit: '17' }`. */
  readonly query?: Readonly<Record<string, string>>
}

/** Opens a lesson by its address and waits until its figure's heading stands. Does not wait for the run. */
export async function openPage(page: Page, options: OpenOptions): Promise<void> {
  const { url, language = 'en', lesson = 'overview', theme, size = 'laptop', query = {} } = options
  await page.setViewportSize(sizes[size])
  const search = new URLSearchParams({ ...query, ...(theme ? { theme } : {}) }).toString()
  await page.goto(`${url}#/${language}/${lesson}${search ? `?${search}` : ''}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export function control(page: Page, name: ControlName, language: Language): Locator {
  return page.getByRole('button', { name: controlNames[name][language], exact: true })
}

/** Waits until the run is in one of these states. Choosing a backend and making digits takes seconds. */
export async function waitForStatus(
  page: Page,
  status: RunStatus | readonly RunStatus[],
  timeoutMs = 45_000,
) {
  const wanted: readonly string[] = [status].flat()
  await expect
    .poll(() => attribute(page, 'data-status').then((now) => wanted.includes(now ?? '')), {
      message: `data-status should become ${wanted.join(' or ')}`,
      timeout: timeoutMs,
    })
    .toBe(true)
}

export async function waitForStep(page: Page, step: number, timeoutMs = 45_000): Promise<void> {
  await expect
    .poll(() => stepOf(page), { message: `data-step should reach ${step}`, timeout: timeoutMs })
    .toBeGreaterThanOrEqual(step)
}

export async function stepOf(page: Page): Promise<number> {
  return Number((await attribute(page, 'data-step')) ?? Number.NaN)
}

/** Loss of the last step; NaN before the first. */
export async function lossOf(page: Page): Promise<number> {
  return Number((await attribute(page, 'data-loss')) ?? Number.NaN)
}

/** An attribute of `<html>`. */
export async function attribute(page: Page, name: string): Promise<string | null> {
  return await page.evaluate((name) => document.documentElement.getAttribute(name), name)
}

/** The canvases that show a tap, in one view or in both. */
export function canvases(page: Page, tap: string, view?: 'ribbon' | 'figure'): Locator {
  return page.locator(`canvas[data-tap="${tap}"]${view ? `[data-view="${view}"]` : ''}`)
}
