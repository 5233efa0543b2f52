/** A sum as a program that computes it again, and prints it. */
import { formatOf } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'
import type { Explanation } from './explanation.ts'
import { type Listing, listingOf, type NamedList } from './listing.ts'
import { placeText } from './placeText.ts'
import { placeWords } from './placeWords.ts'
import { shortest } from './shortest.ts'
import { copyWords } from './words.ts'

type Dialect = {
  readonly comment: string
  readonly first: readonly string[]
  readonly number: (value: number) => string
  readonly constant: (name: string, value: string) => string
  readonly list: (list: NamedList, rows: readonly string[]) => readonly string[]
  readonly formula: (listing: Listing) => readonly string[]
  readonly last: string
}

const typescript: Dialect = {
  comment: '//',
  first: [],
  number: String,
  constant: (name, value) => `const ${name} = ${value}`,
  list: ({ name }, rows) => [`const ${name} = [`, ...rows, ']'],
  formula: (listing) => listing.typescript,
  last: 'console.log(value)',
}

const numpy: Dialect = {
  comment: '#',
  first: ['import numpy as np', ''],
  // A run that is lost has numbers that are none.
  number: (value) =>
    Number.isFinite(value)
      ? String(value)
      : Number.isNaN(value)
        ? 'np.nan'
        : value > 0
          ? 'np.inf'
          : '-np.inf',
  constant: (name, value) => `${name} = ${value}`,
  list: ({ name, shape }, rows) => [
    `${name} = np.array([`,
    ...rows,
    shape ? `]).reshape(${shape.join(', ')})` : '])',
  ],
  formula: (listing) => listing.numpy,
  last: 'print(value)',
}

export function sumTypeScript(explanation: Explanation, language: Language): string {
  return codeOf(explanation, language, typescript)
}

export function sumNumPy(explanation: Explanation, language: Language): string {
  return codeOf(explanation, language, numpy)
}

function codeOf(explanation: Explanation, language: Language, dialect: Dialect): string {
  const words = copyWords[language].code
  const listing = listingOf(explanation, words)
  const number = (value: number) => dialect.number(shortest(value))
  const place = placeText(explanation.site, placeWords[language], formatOf(language).count)
  const lists = listing.lists.flatMap((list) => [
    `${dialect.comment} ${list.note}`,
    ...dialect.list(list, rowsOf(list, number)),
  ])
  return [
    `${dialect.comment} ${place}`,
    `${dialect.comment} ${words.inThePage(number(explanation.value))}`,
    ...dialect.first,
    ...lists,
    ...listing.numbers.map(({ name, value }) => dialect.constant(name, number(value))),
    '',
    ...dialect.formula(listing),
    dialect.last,
    '',
  ].join('\n')
}

/** A window begins on a line of its own, with an empty one before it. */
function rowsOf({ values, perLine, shape }: NamedList, number: (value: number) => string): readonly string[] {
  const perBlock = shape?.length === 3 ? shape[1] * shape[2] : values.length
  const rows: string[] = []
  for (let at = 0; at < values.length; at += perLine) {
    if (at > 0 && at % perBlock === 0) rows.push('')
    rows.push(
      `  ${values
        .slice(at, at + perLine)
        .map(number)
        .join(', ')},`,
    )
  }
  return rows
}
