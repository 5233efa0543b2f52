/** The numbers as the worker sends them, before the page makes pictures and text of them. */
import type { Page } from '@playwright/test'

export type SentFrame = {
  readonly step: number
  readonly label: number | null
  /** By name of the tap. */
  readonly planes: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
  >
}

type FrameMessage = {
  readonly type: string
  readonly step: number
  readonly label: number | null
  readonly values: Float32Array
  readonly planes: readonly {
    readonly tap: string
    readonly shape: readonly number[]
    readonly offset: number
  }[]
}

/** Call before the page is opened: it listens to what every worker of the page sends. */
export async function listenForFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Original = Worker
    class ListenedWorker extends Original {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        this.addEventListener('message', ({ data }) => {
          if (data?.type === 'frame') Object.assign(window, { sentFrame: data })
        })
      }
    }
    window.Worker = ListenedWorker
  })
}

/** The newest frame; only the taps asked for. */
export async function sentFrame(page: Page, taps: readonly string[]): Promise<SentFrame> {
  return await page.evaluate((taps) => {
    const { sentFrame } = window as unknown as { sentFrame: FrameMessage }
    const { step, label, values, planes } = sentFrame
    const wanted = planes.filter(({ tap }) => taps.includes(tap))
    const cut = wanted.map(({ tap, shape, offset }) => {
      const size = shape.reduce((product, side) => product * side, 1)
      return [tap, { shape, values: [...values.subarray(offset, offset + size)] }] as const
    })
    return { step, label, planes: Object.fromEntries(cut) }
  }, taps)
}

/** A number as the page writes it in either language: `−1,234.5`, `−1 234,5`, `0.00213`, `98.2%`, `98,2 %`. */
export function numberIn(text: string, language: 'de' | 'en'): number {
  const plain = text.replaceAll('\u2212', '-').replace(/[\s\u202f\u00a0%]/g, '')
  const value = Number(language === 'de' ? plain.replace(',', '.') : plain.replaceAll(',', ''))
  if (plain === '' || Number.isNaN(value)) throw new Error(`“${text}” is no number in ${language}`)
  return value
}
