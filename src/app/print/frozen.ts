/** A copy of a part of the page that keeps the layout it has on the screen, whatever the width of the paper. */

/** What decides where things stand. Colours and typefaces are left to the style sheet, which knows the paper. */
const kept = [
  'display',
  'position',
  'top',
  'right',
  'bottom',
  'left',
  'float',
  'width',
  'height',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'box-sizing',
  'flex-direction',
  'flex-wrap',
  'align-items',
  'align-self',
  'align-content',
  'justify-content',
  'justify-items',
  'justify-self',
  'row-gap',
  'column-gap',
  'grid-template-columns',
  'grid-template-rows',
  'grid-template-areas',
  'grid-column-start',
  'grid-column-end',
  'grid-row-start',
  'grid-row-end',
  'grid-auto-flow',
  'order',
  'font-size',
  'line-height',
  'text-align',
  'white-space',
  'opacity',
  'transform',
  'translate',
] as const

/** `replace` may give another element for one of the page, e.g. a picture for a canvas, whose copy would be empty. */
export function frozenCopy(source: HTMLElement, replace: (element: Element) => Element | null): HTMLElement {
  const copy = copyOf(source)
  const twins = copy.querySelectorAll('*')
  const pairs = [...source.querySelectorAll('*')].map((element, i) => [element, twins[i]] as const)
  const styles = [[source, copy] as const, ...pairs].map(
    ([element, twin]) => [element, twin, styleOf(element)] as const,
  )
  for (const [element, twin, style] of styles) {
    if (style) twin.setAttribute('style', style)
    const other = replace(element)
    if (!other) continue
    if (style) other.setAttribute('style', style)
    twin.replaceWith(other)
  }
  return copy
}

/** Without names that groups of radio buttons share with those of the page: one of both would lose its choice. */
export function copyOf(source: HTMLElement): HTMLElement {
  const copy = source.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('A copy of an element is one.')
  for (const input of copy.querySelectorAll('input')) input.removeAttribute('name')
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id')
  return copy
}

function styleOf(element: Element): string | null {
  // What is inside of a drawing keeps its place by itself.
  if (element instanceof SVGElement && element.ownerSVGElement) return null
  const style = getComputedStyle(element)
  const own = element.getAttribute('style') ?? ''
  const isInline = style.display === 'inline' || style.display === 'contents'
  const written = kept
    .filter((name) => !(isInline && (name === 'width' || name === 'height')))
    .map((name) => `${name}:${style.getPropertyValue(name)}`)
  return [
    own,
    ...written,
    'flex:none',
    'min-width:0',
    'min-height:0',
    'max-width:none',
    'max-height:none',
    'overflow:visible',
    // Letters on paper are a hair wider at times: what was one line stays one.
    ...(style.flexWrap === 'wrap' && isOneRow(element) ? ['flex-wrap:nowrap'] : []),
    ...(isOneLine(element, style) ? ['white-space:nowrap'] : []),
  ].join(';')
}

/** No child begins below another. */
function isOneRow(element: Element): boolean {
  const boxes = [...element.children].map((child) => child.getBoundingClientRect())
  const shown = boxes.filter(({ height }) => height > 0)
  return Math.max(...shown.map(({ top }) => top)) < Math.min(...shown.map(({ bottom }) => bottom))
}

function isOneLine(element: Element, style: CSSStyleDeclaration): boolean {
  if (!element.textContent || element.querySelector('canvas, p, li, div, table, button, br')) return false
  const line = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2
  return element.getBoundingClientRect().height < line * 1.6
}
