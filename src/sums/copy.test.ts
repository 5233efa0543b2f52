/** Copied sums: programs are run, texts are added up, and both are compared with the network in double precision. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { see, states } from '../../tests/fixtures/networks.ts'
import { addUp, drawSites } from '../../tests/fixtures/sums.ts'
import { languages } from '../i18n/language.ts'
import { createRandom, derive } from '../math/random.ts'
import { type CopyFormat, copyOf } from './copy.ts'
import { explain, tapsFor } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { decimalsOf, shortest } from './shortest.ts'

const random = createRandom(derive(2, 'copied sums'))
/** Plain, large and small numbers, and many zeros. */
const cases = states.slice(1, 5).flatMap((state, at) => {
  const { frame } = see(state, state.parameters(), (3 * at + 1) % 10)
  return drawSites(random).flatMap((site) => {
    const explanation = explain(site, frame(tapsFor(site)))
    return explanation ? [explanation] : []
  })
})
/** Of every kind and state: programs are long, and start slowly. */
const many = cases.filter((_, at) => at % 2 === 0)
const some = cases.filter((_, at) => at % 5 === 0)

test(`the TypeScript of ${many.length} sums runs and gives the number`, () => {
  const wrong = cases.filter(
    (explanation) => !agrees(explanation, run(copyOf(explanation, 'typescript', 'de'))),
  )
  expect(wrong.map(({ site }) => site)).toEqual([])
}, 30_000)

test('the TypeScript passes the strict compiler', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sums-'))
  try {
    const files = some.slice(0, 40).map((explanation, at) => {
      const file = join(folder, `sum${at}.ts`)
      writeFileSync(file, copyOf(explanation, 'typescript', languages[at % 2]))
      return file
    })
    const options =
      '--ignoreConfig --strict --noEmit --moduleDetection force --target es2022 --lib es2022,dom'
    const compiler = new URL('../../node_modules/typescript/bin/tsc', import.meta.url).pathname
    const { stdout, status } = spawnSync(process.execPath, [compiler, ...options.split(' '), ...files])
    expect(String(stdout)).toBe('')
    expect(status).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 30_000)

const hasNumPy = spawnSync('python3', ['-c', 'import numpy']).status === 0

test.skipIf(!hasNumPy)(
  `the NumPy of ${some.length} sums runs and gives the number (skipped without python3 and numpy)`,
  () => {
    const runner = [
      'import contextlib, io, json, sys',
      'printed = []',
      'for program in json.load(sys.stdin):',
      '    with contextlib.redirect_stdout(io.StringIO()) as out: exec(program, {})',
      '    printed.append(out.getvalue())',
      'print(json.dumps(printed))',
    ].join('\n')
    const programs = some.map((explanation) => copyOf(explanation, 'numpy', 'en'))
    const { stdout, stderr } = spawnSync('python3', ['-c', runner], {
      input: JSON.stringify(programs),
      maxBuffer: 2 ** 28,
    })
    expect(String(stderr)).toBe('')
    const printed: string[] = JSON.parse(String(stdout))
    const wrong = some.filter((explanation, at) => !agrees(explanation, Number(printed[at])))
    expect(wrong.map(({ site }) => site)).toEqual([])
  },
  60_000,
)

test('the NumPy has the same numbers in the same order as the TypeScript', () => {
  for (const explanation of some) {
    const numbers = (format: CopyFormat) =>
      [...copyOf(explanation, format, 'en').matchAll(/^ {2}(-?[\d.].*),$/gm)].map(([, row]) => row)
    expect(numbers('numpy')).toEqual(numbers('typescript'))
  }
}, 30_000)

describe.each(languages)('the text in %s', (language) => {
  const [sumWord, roundingWord, shareWord] =
    language === 'de' ? ['Summe', 'Rundung', 'Anteil'] : ['Sum', 'Rounding', 'Share']
  const written = cases.map((explanation) => ({
    explanation,
    lines: copyOf(explanation, 'text', language).trim().split('\n'),
  }))
  const sums = written.filter(({ lines }) => lines.some((line) => line.startsWith(`${sumWord}:`)))

  test(`adds up as printed, in ${sums.length} sums`, () => {
    const wrong = sums.filter(({ lines }) => {
      const end = lines.findIndex((line) => line.startsWith(`${sumWord}:`))
      // After the place, an empty line and a heading, each line ends in a term: rounding is the last one.
      const terms = lines.slice(3, end).map((line) => lastNumber(line))
      return terms.reduce((so, term) => so + term.units, 0n) !== lastNumber(lines[end]).units
    })
    expect(wrong.map(({ lines }) => lines)).toEqual([])
  })

  test('gives the number of the page, and says how much it lacks', () => {
    for (const { explanation, lines } of sums) {
      const shared = lines.findIndex((line) => line.startsWith(shareWord))
      const printed =
        shared < 0
          ? [lastNumber(lines[lines.length - 1])]
          : lines.slice(shared).map((line) => lastNumber(line))
      const total = printed.reduce((so, { units }) => so + units, 0n)
      const { decimals } = printed[0]
      expect(Number(total) / 10 ** decimals).toBe(Number(explanation.value.toFixed(decimals)) || 0)
    }
  })

  test('has products that are those of their factors', () => {
    const wrong = written.flatMap(({ lines }) =>
      lines.filter((line) => {
        const [calculation, result] = line.split(' = ')
        if (result === undefined || !calculation.includes(' × ')) return false
        const [input, weight] = calculation.replace(/^.*: /, '').split(' × ').map(numberOf)
        const { decimals } = lastNumber(line)
        return !(Math.abs(input * weight - numberOf(result)) <= 0.51 * 10 ** -decimals)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('rounds only where something is lacking', () => {
    const rounding = written.flatMap(({ lines }) => lines.filter((line) => line.startsWith(roundingWord)))
    expect(rounding.length).toBeGreaterThan(0)
    expect(rounding.filter((line) => lastNumber(line).units === 0n)).toEqual([])
  })

  /** The number a line ends with, before what stands in brackets; in units of its last decimal. */
  function lastNumber(line: string): { readonly units: bigint; readonly decimals: number } {
    const [, sign, digits] = /(−?)([\d.,\u202f]+)(?: \(\p{L}+\))?$/u.exec(line) ?? []
    if (digits === undefined) throw new Error(`No number ends the line ${line}`)
    const [whole, decimals = ''] = plain(digits).split('.')
    return { units: BigInt(`${sign ? '-' : ''}${whole}${decimals}`), decimals: decimals.length }
  }

  function numberOf(text: string): number {
    const [, sign, digits] = /(−?)([\d.,\u202f]+)/.exec(text) ?? []
    return Number(plain(digits)) * (sign ? -1 : 1)
  }

  function plain(digits: string): string {
    return language === 'de' ? digits.replaceAll('\u202f', '').replace(',', '.') : digits.replaceAll(',', '')
  }
})

test('the shortest decimal reads as the same number in single precision', () => {
  expect([0.1, 128 / 255, 1 / 3, 16777216, -0.5].map((value) => shortest(Math.fround(value)))).toEqual([
    0.1, 0.5019608, 0.33333334, 16777216, -0.5,
  ])
  const bits = new Uint32Array(1)
  const single = new Float32Array(bits.buffer)
  for (let draw = 0; draw < 2000; draw++) {
    bits[0] = random.uint32()
    expect(Math.fround(shortest(single[0]))).toBe(single[0])
  }
})

test('decimals are counted as written in full', () => {
  expect([1.25, 1e-7, 2.5e-9, 100, -0.5, 1e21].map(decimalsOf)).toEqual([2, 7, 10, 0, 1, 0])
})

/** Whether a number is what the page shows, as well as single precision can tell. */
function agrees(explanation: Explanation, value: number): boolean {
  return Math.abs(value - explanation.value) <= 1e-6 * addUp(explanation).size + 1e-12
}

/** What a program prints. Its TypeScript has no types to take away. */
function run(program: string): number {
  const printed: unknown[] = []
  new Function('console', program)({ log: (value: unknown) => printed.push(value) })
  expect(printed).toHaveLength(1)
  return Number(printed[0])
}
