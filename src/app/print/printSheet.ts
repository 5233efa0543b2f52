/** Builds what is printed: heading, figure as it stands on the screen, text, and the run it shows. */
import type { Language } from '../../i18n/language.ts'
import type { Run } from '../../session/run.ts'
import { recoloring } from '../../ui/drawings.ts'
import { elementOf, savablesIn } from '../../ui/savable.ts'
import { takePixels } from '../../ui/takePicture.ts'
import { runOfSide } from '../compare/sideRuns.ts'
import { digitText, progressText, runText } from '../saving/situation.ts'
import { copyOf, frozenCopy } from './frozen.ts'
import styles from './Print.module.css'

/** In CSS pixels: A4 upright is so wide between its margins, and A4 across so high with a heading. */
const paper = { width: 702, height: 570 }
/** So many device pixels for one of CSS give 290 dots per inch. */
const sharpness = 3

export function printSheet(run: Run, language: Language): HTMLElement {
  const sheet = document.createElement('div')
  sheet.lang = language
  const text = copyOfText()
  const heading = text?.querySelector('h1')
  if (heading) {
    const head = elementWith('header', styles.head)
    head.append(...[heading.previousElementSibling, heading].filter((part) => part !== null))
    sheet.append(head)
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-print="figure"], [data-print="sum"]'))
    if (part.childElementCount > 0) sheet.append(figureOf(part))
  if (text) sheet.append(text)
  sheet.append(runLines(run, language))
  return sheet
}

function figureOf(part: HTMLElement): HTMLElement {
  const pictures = picturesIn(part)
  const copy = frozenCopy(part, (element) => pictures.get(element) ?? null)
  lighten(copy)
  const { clientWidth: width, clientHeight } = part
  const height = extentOf(part)
  // A figure of one column, from a phone, may go over several pages: then what is around its parts grows with them.
  const flows = height > width * 1.6
  if (flows) {
    for (const element of [copy, ...copy.querySelectorAll<HTMLElement>(':has([data-part])')])
      element.style.height = 'auto'
  }
  copy.style.zoom = String(Math.min(1, paper.width / width, flows ? 1 : paper.height / height))
  copy.style.marginBottom = `${flows ? 0 : height - clientHeight}px`
  const figure = elementWith('figure', styles.figure)
  figure.dataset.flows = String(flows)
  figure.append(copy)
  return figure
}

/** How far down it goes, with what is scrolled out of sight within it. */
function extentOf(part: HTMLElement): number {
  const { top } = part.getBoundingClientRect()
  const extents = [...part.querySelectorAll('*')].map(
    (element) => element.getBoundingClientRect().top - top + element.scrollHeight + element.scrollTop,
  )
  return Math.max(part.scrollHeight, ...extents)
}

/** Every canvas in the colours of paper; charts and what else has no painter of its own, as it is. */
function picturesIn(part: HTMLElement): ReadonlyMap<Element, HTMLElement> {
  const times = Math.max(1, Math.round(sharpness / (window.devicePixelRatio || 1)))
  const pictures = new Map<Element, HTMLElement>()
  for (const canvas of part.querySelectorAll('canvas')) pictures.set(canvas, plainCopy(canvas))
  for (const savable of savablesIn(part)) {
    const element = elementOf(savable)
    // Drawings are vectors, and stay that.
    if (savable.kind === 'drawing' || !element.checkVisibility()) continue
    pictures.set(element, takePixels(savable, { theme: 'light', times }).picture)
  }
  return pictures
}

function plainCopy(canvas: HTMLCanvasElement): HTMLElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  if (canvas.width > 0 && canvas.height > 0) copy.getContext('2d')?.drawImage(canvas, 0, 0)
  return copy
}

/** Drawings that wrote the colours of a dark page into themselves get those of a light one. */
function lighten(copy: HTMLElement): void {
  const colorOf = recoloring('light')
  for (const element of copy.querySelectorAll('svg [fill], svg [stroke]')) {
    for (const attribute of ['fill', 'stroke']) {
      const color = element.getAttribute(attribute)
      if (color) element.setAttribute(attribute, colorOf(color))
    }
  }
}

function copyOfText(): HTMLElement | null {
  const article = document.querySelector<HTMLElement>('main [data-scrolls] article')
  if (!article) return null
  const copy = copyOf(article)
  for (const unwanted of copy.querySelectorAll('[data-printless], [popover]')) unwanted.remove()
  copy.classList.add(styles.text)
  return copy
}

function runLines(run: Run, language: Language): HTMLElement {
  const foot = elementWith('footer', styles.run)
  const state = run.store.getState()
  const shown = runOfSide(document.querySelector('[data-side]')) ?? run
  const lines = [
    runText(language, state),
    [progressText(language, state), digitText(language, shown.frames.latest())].filter(Boolean).join(' · '),
    location.href,
  ]
  for (const line of lines) foot.append(Object.assign(document.createElement('p'), { textContent: line }))
  return foot
}

function elementWith(name: 'header' | 'figure' | 'footer', className: string): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  return element
}
