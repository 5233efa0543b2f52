/** Blocks of lesson texts that are made at build time: the project's source, formulas, highlighted code. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceOf, sourcesIn } from '../../scripts/lib/texts/blocks.mjs'
import { declarationIn, declarationOf } from '../../scripts/lib/texts/declaration.mjs'
import { mathMl } from '../../scripts/lib/texts/formula.mjs'
import { highlighted } from '../../scripts/lib/texts/highlight.mjs'
import { takeApart } from './lessonText.ts'

const file = [
  '/** The file. */',
  "import { a } from './a.ts'",
  '',
  '/** Twice x. */',
  'export function twice(x: number): number {',
  '  // not a comment of its own',
  '  return 2 * x',
  '}',
  '',
  '/** Of something else. */',
  '',
  'const half = (x: number) => x / 2',
  '// One line,',
  '// and another.',
  'export type Pair = { a: number; b: number }',
  '',
].join('\n')

describe('a declaration is cut out', () => {
  test('with its comment, from where it begins to where it ends', () => {
    expect(declarationOf(file, 'twice', 'a.ts').split('\n')).toEqual([
      '/** Twice x. */',
      'export function twice(x: number): number {',
      '  // not a comment of its own',
      '  return 2 * x',
      '}',
    ])
  })
  test('without a comment that an empty line keeps apart', () => {
    expect(declarationOf(file, 'half', 'a.ts')).toBe('const half = (x: number) => x / 2')
  })
  test('with comments of single lines', () => {
    expect(declarationOf(file, 'Pair', 'a.ts')).toMatch(
      /^\/\/ One line,\n\/\/ and another\.\nexport type Pair/,
    )
  })
  test('of a real file as it stands there', () => {
    const relu = declarationIn('src/math/relu.ts', 'relu')
    expect(readFileSync(new URL('../../src/math/relu.ts', import.meta.url), 'utf8')).toContain(relu)
    expect(relu).toMatch(/^\/\*\* max\(0, x\)/)
  })
  test('or the build says which file lacks it, and what there is', () => {
    expect(() => declarationOf(file, 'thrice', 'a.ts')).toThrow('There is no “thrice” in a.ts.')
    expect(() => declarationOf(file, 'thrice', 'a.ts')).toThrow('twice, half, Pair')
    expect(() => declarationIn('src/nowhere.ts', 'x')).toThrow('There is no file src/nowhere.ts')
  })
})

describe('a source block', () => {
  test('needs a file and a name', () => {
    expect(sourceOf('file=src/a.ts name=b')).toEqual({ file: 'src/a.ts', name: 'b' })
    expect(() => sourceOf('file=src/a.ts')).toThrow('needs a file and a name')
  })
  test('makes its text depend on that file', () => {
    expect(sourcesIn('a\n\n```source file=src/a.ts name=b\n```\n')).toEqual(['src/a.ts'])
  })
})

describe('formulas', () => {
  test('become MathML, with the decimal comma as a part of the number', () => {
    expect(mathMl('x^2', { display: true })).toMatch(/^<math display="block".*<msup><mi>x<\/mi><mn/)
    expect(mathMl('0{,}5', { display: false })).toContain('<mn>0,5</mn>')
  })
  test('with a mistake end the build', () => {
    expect(() => mathMl('\\frac{1}{', { display: true })).toThrow()
  })
})

test('highlighted code is the code: nothing is lost between the tags', async () => {
  const code = 'x = a < b  # "less"\nif x:\n    print(1)'
  const text = (await highlighted(code, 'python'))
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x26;', '&')
  expect(text).toBe(code)
})

/** All signs of all formulas of the lessons; words in them are set in the typeface of the text. */
function signsOfFormulas(): Set<string> {
  const lessons = new URL('../../src/lessons/', import.meta.url)
  const texts = readdirSync(lessons, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.mdx'),
  )
  const formulas = texts.flatMap((path) => {
    const text = readFileSync(new URL(path, lessons), 'utf8')
    const blocks = takeApart(text).fences.filter(({ lang }) => lang === 'math')
    return [...blocks.map(({ code }) => code), ...[...text.matchAll(/`\$(.+?)\$`/g)].map(([, tex]) => tex)]
  })
  const signs = formulas.map((tex) =>
    mathMl(tex, { display: true })
      .replace(/<mtext>.*?<\/mtext>/g, '')
      .replace(/<[^>]+>|&\w+;|\s/g, ''),
  )
  return new Set(signs.join(''))
}

test('the font of formulas has every sign of every formula', () => {
  const css = readFileSync(new URL('../../src/ui/text/Formula.module.css', import.meta.url), 'utf8')
  const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, first, last = first]) =>
    [first, last].map((code) => Number.parseInt(code, 16)),
  )
  const isIn = (sign: string) => {
    const code = sign.codePointAt(0) ?? 0
    return ranges.some(([first, last]) => first <= code && code <= last)
  }
  expect([...signsOfFormulas()].filter((sign) => !isIn(sign))).toEqual([])
})
