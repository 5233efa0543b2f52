/** Bars by tfjs-vis, in a chunk of their own: Vega under them is ten times as large as the rest of the page. */
import { barchart } from '@tensorflow/tfjs-vis/dist/render/barchart'
import { css, palettes } from '../paint/color.ts'
import { currentTheme } from './theme.ts'

export type ShareBars = {
  /** Shares 0…1, each under its number; NaN has no bar. */
  readonly shares: readonly { readonly index: number; readonly share: number }[]
  readonly xName: string
  /** Of the axis that goes from 0 to 100 percent. */
  readonly yName: string
}

/** tfjs-vis keeps every element it ever drew into: they are used again, so that their number does not grow. */
const idle: HTMLElement[] = []

/** So that tfjs-vis draws anew: with the options of last time it would write into a picture that may be freed. */
let drawingCount = 0

/** Bars that fill `host`: `show` draws them as often as wanted, `free` takes them away. */
export function createShareBars(host: HTMLElement) {
  const element = idle.pop() ?? document.createElement('div')
  element.dataset.highest = '100'
  host.append(element)
  let waiting: ShareBars | null = null
  let drawing: Promise<void> | null = null

  // One drawing at a time: two at once would both leave a picture.
  async function drawAll() {
    while (waiting) {
      const bars = waiting
      waiting = null
      await barchart(element, pointsOf(bars), optionsOf(bars, host)).catch(console.error)
    }
    drawing = null
  }

  return {
    show(bars: ShareBars) {
      waiting = bars
      drawing ??= drawAll()
    },
    async free() {
      waiting = null
      element.remove()
      await drawing
      element.dispatchEvent(new Event('release'))
      element.replaceChildren()
      idle.push(element)
    },
  }
}

/** In percent with one decimal: tfjs-vis shows these numbers under the pointer as they are. */
function pointsOf({ shares }: ShareBars) {
  return shares
    .filter(({ share }) => !Number.isNaN(share))
    .map(({ index, share }) => ({ index, value: Math.round(share * 1000) / 10 }))
}

function optionsOf({ xName, yName }: ShareBars, host: HTMLElement) {
  return {
    xLabel: xName,
    yLabel: yName,
    width: Math.max(80, host.clientWidth),
    height: Math.max(80, host.clientHeight),
    fontSize: Number.parseFloat(getComputedStyle(host).fontSize),
    color: css(palettes[currentTheme()].accent),
    drawing: ++drawingCount,
  }
}
