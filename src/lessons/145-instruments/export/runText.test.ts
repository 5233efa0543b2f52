import { expect, test } from 'vitest'
import { runRecord } from '../../../../tests/fixtures/summaries.ts'
import type { StepTrace } from '../../../protocol/record.ts'
import { exportTexts } from './runText.ts'

const plain = runRecord(1250, {
  settings: { seed: 7, stepLimit: 3000, backend: 'auto', gentle: false },
  threads: 3,
})
const trace: StepTrace = {
  step: 100,
  backend: 'wasm',
  clock: 'synchronous',
  stepMs: 1,
  peakBytes: 1,
  operations: [
    {
      node: 'pool/max_pool',
      swallowed: ['conv/convolution', 'conv/activations'],
      kernel: 'ConvolutionLayer',
      phase: 'forward',
      startMs: 0,
      durationMs: 1,
      outputShape: [50, 14, 14, 32],
      bytes: 4,
    },
  ],
}

/** The cells of the rows that begin with `first`. */
function rows(text: string, first: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`| ${first} |`))
    .map((line) => line.slice(2, -2).split(' | '))
}

test('the settings of the run are in the text, in the language of the page', () => {
  const german = exportTexts(plain, 'de').train.run
  expect(german).toContain('# Faltwerk: Lauf mit Startwert 7\n')
  expect(rows(german, 'Startwert')).toEqual([['Startwert', '7']])
  expect(rows(german, 'Schritte')).toEqual([['Schritte', '1\u202f250 von 3\u202f000']])
  expect(rows(german, 'Daten')).toEqual([['Daten', 'MNIST']])
  expect(rows(german, 'Rechenweg')).toEqual([
    ['Rechenweg', 'WASM, 3 Threads, a · b + c einmal gerundet (FMA)'],
  ])
  expect(rows(german, 'Optimierungsverfahren')).toEqual([
    ['Optimierungsverfahren', 'Adam, Lernrate 0,0001, β1 0,9, β2 0,999, ε 0,00000001'],
  ])
  const english = exportTexts(plain, 'en').train.run
  expect(rows(english, 'Steps')).toEqual([['Steps', '1,250 of 3,000']])
  expect(rows(english, 'Keep probability')).toEqual([['Keep probability', '0.5 in training, 1 otherwise']])
})

test('every evaluation is there, with n and its interval, in the text of the test run alone', () => {
  const { train, test: ofTest } = exportTexts(plain, 'en')
  const [, n, right, accuracy, interval] = rows(ofTest.run, '1,250')[0]!
  const last = plain.evaluations.at(-1)!
  expect(n).toBe('2,000')
  expect(right).toBe(last.correct.toLocaleString('en'))
  expect(accuracy).toBe(`${(last.correct / 20).toFixed(2)}%`)
  expect(interval).toBe(
    `${(last.correct / 20 - 1).toFixed(2)}% to ${Math.min(100, last.correct / 20 + 1).toFixed(2)}%`,
  )
  expect(ofTest.run).toContain('## Evaluations')
  expect(train.run).not.toContain('## Evaluations')
})

test('each recorded step says what its brightest byte stands for, each run of its own maps', () => {
  for (const split of ['train', 'test'] as const) {
    const text = exportTexts(plain, 'en')[split].run
    for (const { step, filters, [split]: own } of plain.summaries) {
      const written = rows(text, step.toLocaleString('en')).find((cells) => cells.length === 7)!
      const limits = [
        filters['conv1/weights'],
        filters['conv2/weights'],
        own.maps.conv1,
        own.maps.pool1,
        own.maps.conv2,
        own.maps.pool2,
      ].map(({ limit }) => limit)
      expect(written.slice(1).map(Number)).toEqual(limits.map((limit) => Number(limit.toPrecision(4))))
    }
  }
})

test('the labels of the ten digits are those that were recorded', () => {
  const text = exportTexts(plain, 'en').test.run
  for (const { step, test } of plain.summaries) {
    const written = rows(text, step.toLocaleString('en')).find((cells) => cells.length === 2)!
    expect(written[1]).toBe([...test.labels].join(' '))
  }
})

test('the clock of a trace is named where there is a trace', () => {
  const summaries = plain.summaries.map((summary) => (summary.step === 100 ? { ...summary, trace } : summary))
  expect(exportTexts({ ...plain, summaries }, 'de').train.run).toContain(
    'Gemessen mit: der Uhr, eine Operation nach der anderen',
  )
  expect(exportTexts({ ...plain, summaries }, 'de').test.run).not.toContain('Gemessen mit')
  expect(exportTexts(plain, 'de').train.run).not.toContain('Gemessen mit')
})

test('nodes that were computed with another one are named', () => {
  const summaries = plain.summaries.map((summary) => (summary.step === 100 ? { ...summary, trace } : summary))
  const text = exportTexts({ ...plain, summaries }, 'en').train.run
  expect(rows(text, '`pool/max_pool`')).toEqual([
    ['`pool/max_pool`', '`conv/convolution`, `conv/activations`'],
  ])
})

test('a run of which little is known says so', () => {
  const early = { ...plain, backend: null, kernels: null, source: null, evaluations: [], history: [] }
  const text = exportTexts(early, 'de').test.run
  expect(rows(text, 'Daten')).toEqual([['Daten', 'unbekannt']])
  expect(rows(text, 'Rechenweg')).toEqual([['Rechenweg', 'unbekannt']])
  expect(text).toContain('## Auswertungen\n\nNoch keine.')
})
