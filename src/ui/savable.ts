/** What can be saved of the page: each picture says what it is and paints itself wherever it is asked to. */
import { createStore } from 'zustand/vanilla'
import type { Chart } from '../paint/chart.ts'
import type { ScaleKind } from '../paint/color.ts'
import type { Surface } from './Stage.tsx'

/** The colour scale of a picture; ends are null where they differ from map to map. */
export type ShownScale = {
  readonly kind: ScaleKind
  readonly ends: { readonly low: number; readonly high: number } | null
}

export type SavableStage = {
  readonly kind: 'stage'
  /** Not the legend of others, which is saved with them. */
  readonly standsAlone: boolean
  readonly canvas: HTMLCanvasElement
  readonly name: () => string
  /** What it shows at this moment. */
  readonly describe: () => string
  readonly scale: () => ShownScale | null
  /** What colours mean besides: bars above and below zero have their own. */
  readonly key: 'signs' | null
  /** Device pixels for one CSS pixel, now. */
  readonly ratio: () => number
  /** Paints on any surface with the proportions of the canvas; returns the step it shows. */
  readonly paint: (surface: Surface) => number | null
  /** As before, in its own size and colours: to be called after each `paint`. */
  readonly restore: () => void
}

export type SavableChart = {
  readonly kind: 'chart'
  readonly host: HTMLElement
  readonly name: () => string
  /** The curves as they are now; nothing in it changes later. */
  readonly chart: () => Chart
}

/** A chart of a library, that stands on the page as SVG. */
export type SavableDrawing = {
  readonly kind: 'drawing'
  readonly host: HTMLElement
  readonly svg: SVGSVGElement
  readonly name: () => string
}

export type Savable = SavableStage | SavableChart | SavableDrawing

const savables = new WeakMap<Element, Savable>()

/** By this attribute style sheets know that a part of a figure has something to save; it is empty on what stands alone. */
export const savableMark = 'data-savable'

export function makeSavable(element: Element, savable: Savable): void {
  savables.set(element, savable)
  const isPart = savable.kind === 'stage' && !savable.standsAlone
  element.setAttribute(savableMark, isPart ? 'part' : '')
}

/** All that can be saved within an element, itself included, in the order of the page. */
export function savablesIn(root: Element): readonly Savable[] {
  const own = savables.get(root)
  const inside = [...root.querySelectorAll<HTMLElement>(`[${savableMark}], [role="img"]:has(> * svg, > svg)`)]
  return [...(own ? [own] : []), ...inside.flatMap((element) => savables.get(element) ?? drawingIn(element))]
}

export function elementOf(savable: Savable): HTMLElement {
  return savable.kind === 'stage' ? savable.canvas : savable.host
}

function drawingIn(host: HTMLElement): readonly SavableDrawing[] {
  const svg = host.querySelector('svg')
  return svg ? [{ kind: 'drawing', host, svg, name: () => host.getAttribute('aria-label') ?? '' }] : []
}

/** Where something is to be saved: within an element, anywhere on the screen; null: nothing is. */
export const saving = createStore<{ readonly within: Element | 'screen' | null }>(() => ({ within: null }))

export function askToSave(within: Element | 'screen'): void {
  saving.setState({ within })
}
