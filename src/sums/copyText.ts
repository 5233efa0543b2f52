/** A sum as plain text that adds up as printed: factors in full, products and sums with the same decimals. */
import { formatOf } from '../i18n/format.ts'
import type { Language } from '../i18n/language.ts'
import type { Explanation, Product } from './explanation.ts'
import { largestTerms } from './largest.ts'
import { placeText } from './placeText.ts'
import { placeWords } from './placeWords.ts'
import { decimalsFor, roundingGap, totalOf } from './rounding.ts'
import { decimalsOf, shortest } from './shortest.ts'
import { copyWords } from './words.ts'

/** How many products of a long sum are written out. */
const listed = 20
/** Of shares and exponentials, none of which is above 1. */
const shareDecimals = 6
/** More than this no formatter writes everywhere. */
const mostDecimals = 20

type Weighted = Extract<Explanation, { kind: 'convolution' | 'fully-connected' }>

export function sumText(explanation: Explanation, language: Language): string {
  const { site, value } = explanation
  const write = writerOf(language)
  const place = placeText(site, placeWords[language], write.count)
  return [`${place}: ${write.exact(value)}`, '', ...linesOf(explanation, language), ''].join('\n')
}

function linesOf(explanation: Explanation, language: Language): readonly string[] {
  const words = copyWords[language]
  const write = writerOf(language)
  switch (explanation.kind) {
    case 'pixel': {
      const { byte, value } = explanation
      return [`${byte === null ? words.drawn : words.byte(write.count(byte))}: ${write.exact(value)}`]
    }
    case 'convolution':
    case 'fully-connected':
      return weightedLines(explanation, language)
    case 'pooling': {
      const place = ({ from }: (typeof explanation.candidates)[number]) =>
        placeText(from, placeWords[language], write.count)
      return [
        words.candidates,
        ...explanation.candidates.map((one) => `${place(one)}: ${write.exact(one.value)}`),
        `${words.largest}: ${write.exact(explanation.candidates[explanation.winner].value)}`,
      ]
    }
    case 'dropout': {
      const { before, factor, keep, value } = explanation
      const decimals = decimalsFor([value])
      const product = shortest(before) * shortest(factor)
      const gap = roundingGap([product], value, decimals)
      return [
        factor === 0 ? words.dropped : words.kept(write.exact(keep)),
        `${write.exact(before)} × ${write.exact(factor)} = ${write.fixed(product, decimals)}`,
        ...(gap === 0 ? [] : [`${words.rounding}: ${write.fixed(gap, decimals)}`]),
      ]
    }
    case 'softmax':
      return softmaxLines(explanation, language)
    case 'parameter':
      return [words.learned]
    default:
      return explanation satisfies never
  }
}

/** The terms, what rounding lacks, and the sum; then ReLU. */
function weightedLines(explanation: Weighted, language: Language): readonly string[] {
  const words = copyWords[language]
  const write = writerOf(language)
  const { bias, relu, value } = explanation
  const total = totalOf(explanation)
  const { heading, terms } = termsOf(explanation, language)
  const numbers = [...terms.map((term) => term.value), bias]
  const decimals = decimalsFor([...numbers, total])
  const fixed = (number: number) => write.fixed(number, decimals)
  const gap = roundingGap(numbers, total, decimals)
  return [
    heading,
    ...terms.map((term) => term.line(fixed(term.value))),
    `${words.bias}: ${fixed(bias)}`,
    ...(gap === 0 ? [] : [`${words.rounding}: ${fixed(gap)}`]),
    `${words.sum}: ${fixed(total)}`,
    ...(relu ? [words.relu(fixed(total), fixed(value))] : []),
  ]
}

type Line = { readonly value: number; readonly line: (value: string) => string }

function termsOf(
  explanation: Weighted,
  language: Language,
): { readonly heading: string; readonly terms: readonly Line[] } {
  const words = copyWords[language]
  const places = placeWords[language]
  const write = writerOf(language)
  const product = ({ input, weight, from }: Product): Line => ({
    // Of the factors as they are written: whoever multiplies them gets this.
    value: shortest(input) * shortest(weight),
    line: (value) => {
      const calculation = `${write.exact(input)} × ${write.exact(weight)} = ${value}`
      return from === null ? `${calculation} (${words.padding})` : calculation
    },
  })
  if (explanation.kind === 'fully-connected') {
    const { products } = explanation
    const { terms, rest } = largestTerms(products, ({ product }) => product, listed)
    const others: Line = {
      value: rest.sum,
      line: (value) => `${words.others(write.count(rest.count))}: ${value}`,
    }
    const named = (one: Product): Line => ({
      ...product(one),
      line: (value) => `${one.from && placeText(one.from, places, write.count)}: ${product(one).line(value)}`,
    })
    return {
      heading: words.strongest(write.count(terms.length), write.count(products.length)),
      terms: rest.count === 0 ? terms.map(named) : [...terms.map(named), others],
    }
  }
  const { channels } = explanation
  if (channels.length === 1) {
    const [{ products }] = channels
    return { heading: words.products(write.count(products.length)), terms: products.map(product) }
  }
  return {
    heading: words.contributions(write.count(channels.length)),
    terms: channels.map(({ channel, sum }) => ({
      value: sum,
      line: (value) => `${places.mapNumber(write.count(channel + 1))}: ${value}`,
    })),
  }
}

function softmaxLines(
  { site, value, logits, largest, exponentials, sum }: Extract<Explanation, { kind: 'softmax' }>,
  language: Language,
): readonly string[] {
  const words = copyWords[language]
  const write = writerOf(language)
  const fixed = (number: number) => write.fixed(number, shareDecimals)
  const gap = roundingGap(exponentials, sum, shareDecimals)
  const one = fixed(exponentials[site.map])
  const printed = (number: number) => Number(number.toFixed(shareDecimals))
  const quotient = printed(exponentials[site.map]) / printed(sum)
  const shareGap = roundingGap([quotient], value, shareDecimals)
  return [
    words.exponentials,
    ...exponentials.map(
      (exponential, digit) =>
        `${placeWords[language].digitNumber(write.count(digit))}: ${words.power(write.exact(logits[digit]), write.exact(largest))} = ${fixed(exponential)}`,
    ),
    ...(gap === 0 ? [] : [`${words.rounding}: ${fixed(gap)}`]),
    `${words.sum}: ${fixed(sum)}`,
    `${words.share}: ${one} / ${fixed(sum)} = ${fixed(quotient)}`,
    ...(shareGap === 0 ? [] : [`${words.rounding}: ${fixed(shareGap)}`]),
  ]
}

function writerOf(language: Language) {
  const format = formatOf(language)
  return {
    count: format.count,
    fixed: format.decimal,
    /** As short as single precision allows: a calculator gets the same number. */
    exact(value: number) {
      const short = shortest(value)
      return format.decimal(short, Math.min(mostDecimals, decimalsOf(short)))
    },
  }
}
