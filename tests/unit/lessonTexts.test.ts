/** Both languages of every lesson say the same in the same order, and no more than fits a screen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lessonIds } from '../../src/lessons/lesson.ts'

const LESSONS = join(import.meta.dirname, '..', '..', 'src', 'lessons')
const folders = readdirSync(LESSONS).filter((name) => /^\d{3}-/.test(name))

test('there is one folder for every lesson, in reading order', () => {
  expect(folders.map((folder) => folder.slice(4))).toEqual([...lessonIds])
})

describe.each(folders)('%s', (folder) => {
  const german = readText(folder, 'de')
  const english = readText(folder, 'en')

  test('has one title and the same blocks in both languages', () => {
    expect(kindsOf(german)).toEqual(kindsOf(english))
    expect(kindsOf(german).filter((kind) => kind === '#')).toHaveLength(1)
    expect(kindsOf(german)[0]).toBe('#')
  })

  test('has at most 200 words in each language', () => {
    expect(wordsOf(german)).toBeLessThanOrEqual(200)
    expect(wordsOf(english)).toBeLessThanOrEqual(200)
  })

  test('shows the same numbers in both languages', () => {
    expect(numbersOf(german, { decimal: ',', group: '.' })).toEqual(
      numbersOf(english, { decimal: '.', group: ',' }),
    )
  })
})

function readText(folder: string, language: 'de' | 'en'): string {
  return readFileSync(join(LESSONS, folder, `text.${language}.mdx`), 'utf8')
}

/** What each block is: a heading of some level, a list, a tag, or text. Imports are no blocks. */
function kindsOf(text: string): string[] {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() && !/^(import|export)\s/.test(block))
  return blocks.map((block) => /^\s*(#+|[-*]|\d+\.|<\/?\w+)/.exec(block)?.[1] ?? 'text')
}

function wordsOf(text: string): number {
  return text.replace(/<[^>]+>/g, ' ').match(/\p{L}+(?:[-’']\p{L}+)*/gu)?.length ?? 0
}

/** Numbers in digits, as numbers, sorted: the languages may order them differently. */
function numbersOf(text: string, { decimal, group }: { decimal: string; group: string }): number[] {
  const found = text.replace(/<[^>]+>/g, ' ').match(/\d+(?:[.,\u00a0\u202f]\d+)*/g) ?? []
  return found
    .map((number) =>
      Number(
        number
          .replaceAll(group, '')
          .replace(/[\u00a0\u202f]/g, '')
          .replace(decimal, '.'),
      ),
    )
    .sort((a, b) => a - b)
}
