/** Texts of lessons, taken apart: blocks, tags, words. */

/** Fenced blocks hold blank lines and signs of their own: they are kept beside the text, with a mark in their place. */
export type LessonText = {
  /** The text with `⟦n⟧` for each fenced block. */
  readonly prose: string
  readonly fences: readonly Fence[]
}

export type Fence = { readonly lang: string; readonly meta: string; readonly code: string }

export type Tag = {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

export function takeApart(text: string): LessonText {
  const fences: Fence[] = []
  const prose = text
    .replace(/^(import|export) .*$/gm, '')
    .replace(/^```(\w*)[ ]*(.*)\n([\s\S]*?)^```$/gm, (_, lang, meta, code) => {
      fences.push({ lang, meta: meta.trim(), code })
      return `⟦${fences.length - 1}⟧`
    })
  return { prose, fences }
}

/** The skeleton that both languages share: `h1`, `list of 3`, `<Fold id="formula">`, a source block with its file … */
export function skeletonOf({ prose, fences }: LessonText): string[] {
  return blocksOf(prose).map((block) => {
    const fence = fences[Number(/^⟦(\d+)⟧$/.exec(block)?.[1])]
    if (fence) return `${fence.lang} ${fence.meta}`.trim()
    const heading = /^(#+) /.exec(block)
    if (heading) return `h${heading[1].length}`
    if (/^([-*]|\d+\.) /.test(block)) return `list of ${block.split('\n').length}`
    if (block.startsWith('|')) return 'table'
    if (/^<(Term|Look)\b/.test(block)) return 'paragraph'
    return /^<\/?\w+( id="[^"]*")?/.exec(block)?.[0] ?? 'paragraph'
  })
}

/** What a reader sees before anything is folded out. */
export function firstScreen(prose: string): string {
  return prose.replace(/<Fold\b[\s\S]*?<\/Fold>/g, '')
}

/** Runs of letters and digits; signs between them are no words. */
export function wordsIn(prose: string): string[] {
  return withoutTags(prose)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

export function withoutTags(prose: string): string {
  return prose.replace(/<[^>]+>/g, ' ')
}

export function withoutInlineCode(prose: string): string {
  return prose.replace(/`[^`]*`/g, '')
}

/**
 * The running text with the tags taken out: where `<Term id>` and `<Look at>` stand in it, by their positions. Headings, code
 * and titles of fold-outs are not in it: terms cannot stand there.
 */
export function runningText(prose: string): { readonly text: string; readonly tags: readonly Tag[] } {
  const source = withoutInlineCode(prose.replace(/^#.*$/gm, '').replace(/⟦\d+⟧/g, ''))
  const open: { name: string; value: string; start: number }[] = []
  const tags: Tag[] = []
  let text = ''
  let last = 0
  for (const { 0: all, 1: closing, 2: name, 3: value = '', 4: selfClosing, index } of source.matchAll(
    /<(\/?)(\w+)(?:\s+(?:id|at)="([^"]*)")?[^>]*?(\/?)>/g,
  )) {
    text += source.slice(last, index)
    last = index + all.length
    if (selfClosing) continue
    if (!closing) open.push({ name, value, start: text.length })
    else {
      const begun = open.pop()
      if (begun?.name !== name) throw new Error(`</${name}> closes <${begun?.name}>`)
      tags.push({ ...begun, end: text.length })
    }
  }
  return { text: text + source.slice(last), tags }
}

/** All values of `<Look at="…">` in a text. */
export function looksIn(prose: string): string[] {
  return runningText(prose)
    .tags.filter(({ name }) => name === 'Look')
    .map(({ value }) => value)
}

function blocksOf(prose: string): string[] {
  return prose
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
}
