import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { runColumns, runCsv, runCsvName } from './runCsv.ts'

test('a table is lines that end in CR LF, with decimal points and quotes only where they are needed', () => {
  const table = csvOf(
    ['Schritt', 'Verlust, geglättet', 'a "b"', 'zwei\nZeilen'],
    [
      [1, 0.5, 'x', null],
      [2, -1e-7, 'y,z', Number.NaN],
    ],
  )
  expect(table).toBe(
    'Schritt,"Verlust, geglättet","a ""b""","zwei\nZeilen"\r\n1,0.5,x,\r\n2,-1e-7,"y,z",\r\n',
  )
})

test('a number that was written is read back to the last bit', () => {
  const numbers = [Math.PI, 1 / 3, 1.1, 1e21, 5e-324]
  const [, line] = csvOf(['a', 'b', 'c', 'd', 'e'], [numbers]).split('\r\n')
  expect(line.split(',').map(Number)).toEqual(numbers)
})

const evaluation = {
  step: 2,
  n: 2000,
  correct: 1800,
  accuracy: 0.9,
  loss: 0.35,
  interval: [0.8861, 0.9124],
  trainAccuracy: 0.94,
  confusion: [],
  mistakes: [],
} as const

test('a run has a line for each step that was recorded or measured, and leaves empty what was not', () => {
  const history = [
    { step: 1, loss: 9.5, batchAccuracy: 0.16 },
    { step: 2, loss: 8.25, batchAccuracy: 0.18 },
    { step: 4, loss: 7, batchAccuracy: 0.2 },
  ]
  const start = { ...evaluation, step: 0, n: 316, correct: 29, accuracy: 0.0918, trainAccuracy: null }
  const header =
    'step,loss,batch_accuracy,test_accuracy,test_accuracy_low,test_accuracy_high,test_loss,test_images,test_correct,train_accuracy'
  expect(runCsv(history, [start, evaluation])).toBe(
    [
      header,
      '0,,,0.0918,0.8861,0.9124,0.35,316,29,',
      '1,9.5,0.16,,,,,,,',
      '2,8.25,0.18,0.9,0.8861,0.9124,0.35,2000,1800,0.94',
      '4,7,0.2,,,,,,,',
      '',
    ].join('\r\n'),
  )
})

test('all lines have as many cells as the header, and a run without steps is the header alone', () => {
  expect(runCsv([], [])).toBe(`${runColumns.join()}\r\n`)
  const lines = runCsv([{ step: 1, loss: 1, batchAccuracy: 1 }], [evaluation])
    .trimEnd()
    .split('\r\n')
  expect(lines.map((line) => line.split(',').length)).toEqual([10, 10, 10])
  expect(runCsvName(7, 20)).toBe('faltwerk-seed7-step20.csv')
})
