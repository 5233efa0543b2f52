/** What the window offers to save: fixed at the moment it opens. */
import { type CsvCell, csvOf } from '../../figures/csv.ts'
import type { Chart } from '../../paint/chart.ts'
import { elementOf, type Savable, savablesIn } from '../../ui/savable.ts'
import { isShown } from '../../ui/takePicture.ts'
import { sidePrefix } from '../compare/sideRuns.ts'

export type Offer = {
  readonly savable: Savable
  /** The heading it stands under, or else its own name. */
  readonly title: string
  readonly name: string
  readonly caption: string
  /** Asked for by its button, its menu or the focus. */
  readonly isChosen: boolean
}

/** All pictures on the screen: those within the element first, then those of the lesson, then those around it. */
export function collect(within: Element | 'screen'): readonly Offer[] {
  const chosen = within === 'screen' ? [] : savablesIn(within)
  const lesson = document.querySelector('main')
  const all = new Set([...chosen, ...(lesson ? savablesIn(lesson) : []), ...savablesIn(document.body)])
  const alone = [...all].filter((one) => one.kind !== 'stage' || one.standsAlone)
  return alone.filter(isShown).map((savable) => ({
    ...onItsSide(savable, frozen(savable)),
    isChosen: chosen.includes(savable),
  }))
}

function onItsSide<Named extends { readonly title: string }>(savable: Savable, named: Named): Named {
  return { ...named, title: sidePrefix(elementOf(savable)) + named.title }
}

function frozen(savable: Savable): Omit<Offer, 'isChosen'> {
  const heading = headingOf(elementOf(savable))
  if (savable.kind === 'stage') {
    const name = savable.name() || spokenFor(savable.canvas)
    const described = savable.describe()
    const caption = heading && heading !== name ? [name, described].filter(Boolean).join(': ') : described
    return { savable, title: heading ?? name, name, caption }
  }
  // A chart's text alternative says both in one, name and what it shows; its rows are those of now.
  const [name, ...more] = savable.name().split('. ')
  const title = heading ?? name
  const caption = more.join('. ')
  if (savable.kind === 'drawing') return { savable, title, name, caption }
  const chart = savable.chart()
  return { savable: { ...savable, chart: () => chart }, title, name, caption }
}

/** What stands over it, where that is words and not a choice. */
function headingOf(element: Element): string | undefined {
  const heading = element.closest('[data-part]')?.querySelector('h2')
  return heading?.querySelector('input, button') ? undefined : heading?.textContent?.trim()
}

/** The words of the button whose picture it is. */
function spokenFor(canvas: HTMLCanvasElement): string {
  const button = canvas.closest('button, label')
  return button?.getAttribute('aria-label') ?? button?.textContent?.trim() ?? ''
}

/** The numbers under a chart, as they are: the x values and one column for each curve. */
export function chartCsv({ xName, curves, rows: [xs, ...values] }: Chart): string {
  const cell = (row: (typeof values)[number] | undefined, i: number): CsvCell => row?.[i] ?? null
  return csvOf(
    [xName, ...curves.map(({ name }) => name)],
    xs.map((x, i) => [x, ...curves.map((_, curve) => cell(values[curve], i))]),
  )
}
