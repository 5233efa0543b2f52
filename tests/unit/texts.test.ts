/** Every lesson's texts: both languages say the same things at the same length, in the words of the glossary. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../src/lessons/', import.meta.url)
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

const languages = ['de', 'en'] as const
type Language = (typeof languages)[number]
const mostWords = 200

/** Words that this project says differently, for the reasons in its glossary. */
const neverSaid = {
  de: [
    /gefaltete[nr]? Karte/i,
    /Bündelung/i,
    /Poolbildung/i,
    /(eng|dicht) gekoppelt/i,
    /Vorspannung/i,
    /Aussteigen/i,
    /gekreuzte Entropie/i,
    /Ausbildung/i,
    /Antwortrate/i,
    /Präzision/i,
    // The page says du.
    /\b(Klicken|Zeigen|Starten|Wählen|Beachten) Sie\b/,
  ],
  en: [/response rate/i, /densely connected/i, /pre-tension/i],
} as const satisfies Record<Language, readonly RegExp[]>

/** Decimals and thousands as the other language writes them. Code keeps its point: it is taken out before. */
const foreignNumbers = {
  de: [/\d\.\d/, /\d,\d{3},\d{3}/],
  en: [/\d,\d{1,2}(?!\d)/, /\b0,\d/, /\d\u202f\d/],
} as const satisfies Record<Language, readonly RegExp[]>

function textOf(folder: string, language: Language): string {
  return readFileSync(new URL(`${folder}/text.${language}.mdx`, root), 'utf8')
}

/** What stands on the first screen: folded parts, imports and markup do not count. */
function firstScreenOf(text: string): string {
  return text
    .replace(/<details[\s\S]*?<\/details>/g, '')
    .replace(/^(import|export) .*$/gm, '')
    .replace(/<[^>]+>/g, '')
}

function blocksOf(text: string): string[] {
  return firstScreenOf(text)
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
}

/** `h1`, `list`, `paragraph` …: the skeleton that both languages share. */
function kindOf(block: string): string {
  const heading = /^(#+) /.exec(block)
  if (heading) return `h${heading[1].length}`
  if (/^([-*]|\d+\.) /.test(block)) return `list of ${block.split('\n').length}`
  if (block.startsWith('|')) return 'table'
  return 'paragraph'
}

/** Runs of letters and digits; signs between them are no words. */
function wordsIn(text: string): string[] {
  return firstScreenOf(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '')
}

describe.each(folders)('the texts of %s', (folder) => {
  test('have the same headings and paragraphs in both languages', () => {
    const [german, english] = languages.map((language) => blocksOf(textOf(folder, language)).map(kindOf))
    expect(german).toEqual(english)
    expect(german.filter((kind) => kind === 'h1')).toHaveLength(1)
    expect(german[0]).toBe('h1')
  })

  describe.each(languages)('in %s', (language) => {
    const text = textOf(folder, language)

    test(`have at most ${mostWords} words`, () => {
      expect(wordsIn(text).length).toBeLessThanOrEqual(mostWords)
    })

    test('use the words of the glossary', () => {
      for (const expression of neverSaid[language]) expect(text).not.toMatch(expression)
    })

    test('write numbers in their own language', () => {
      for (const expression of foreignNumbers[language]) expect(withoutCode(text)).not.toMatch(expression)
    })
  })
})

describe('the words of the figures', () => {
  const files = folders.map((folder) => `${folder}/words.ts`)
  test.each(files)('%s uses the words of the glossary', (file) => {
    const text = readFileSync(new URL(file, root), 'utf8')
    for (const expression of neverSaid.de) expect(text).not.toMatch(expression)
  })
})
