/** What all canvases show at one moment. */
import { expect, type Page } from '@playwright/test'
import { attribute } from './page.ts'

export type Picture = {
  readonly view: string
  readonly tap: string
  /** The step the picture says it shows; null where it shows nothing yet. */
  readonly frameStep: number | null
  /** Of all pixels (FNV-1a): equal pictures have equal hashes, different ones practically never. */
  readonly hash: number
  readonly width: number
  readonly height: number
}

/** The pictures of taps as they are now, read in one go: no frame comes in between. */
export async function picturesOf(page: Page, view?: 'ribbon' | 'figure'): Promise<readonly Picture[]> {
  return await page.evaluate((view) => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('canvas[data-tap]')]
    return canvases
      .filter(({ dataset }) => (view ? dataset.view === view : dataset.view !== 'record'))
      .map((canvas) => {
        const { width, height, dataset } = canvas
        const { frameStep, tap = '', view = '' } = dataset
        const step = frameStep === undefined ? null : Number(frameStep)
        const context = canvas.getContext('2d')
        if (!context || width * height === 0) return { view, tap, frameStep: step, hash: 0, width, height }
        const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)
        let hash = 0x811c9dc5
        for (const pixel of pixels) hash = Math.imul(hash ^ pixel, 0x01000193)
        return { view, tap, frameStep: step, hash, width, height }
      })
  }, view)
}

/** Hashes by `view tap`, for comparing whole screens. */
export function hashesOf(pictures: readonly Picture[]): Record<string, number> {
  return Object.fromEntries(pictures.map(({ view, tap, hash }) => [`${view} ${tap}`, hash]))
}

/** Waits until all pictures show the step the run is at (while nothing trains, they must), and returns them. */
export async function settledPictures(page: Page): Promise<readonly Picture[]> {
  let pictures: readonly Picture[] = []
  await expect
    .poll(async () => {
      const step = Number(await attribute(page, 'data-step'))
      pictures = await picturesOf(page)
      return pictures.length > 0 && pictures.every(({ frameStep }) => frameStep === step)
    }, 'all pictures should show the step of the run')
    .toBe(true)
  return pictures
}
