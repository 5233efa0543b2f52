import { expect, test } from 'vitest'
import { messageAt, recordOf } from '../../../tests/fixtures/keeperDesk.ts'
import { curveOf, headerOf } from './header.ts'
import { emptyRecord, partsOf, recordBetween, withPart } from './record.ts'

const record = recordOf(-1, 1000)
const kept = { name: 'Best', changedMs: 5, bytes: 6 }

test('a header says where the run stands: last loss, last evaluation', () => {
  const header = headerOf(messageAt(1000), record, kept)
  expect(header).toMatchObject({
    id: 'a',
    name: 'Best',
    changedMs: 5,
    bytes: 6,
    step: 1000,
    canContinue: true,
  })
  expect(header.loss).toBe(record.history.at(-1)?.loss)
  const { accuracy, n, step } = record.evaluations.at(-1)!
  expect(header.accuracy).toEqual({ value: accuracy, n, step })
})

test('its curve has at most 100 points; each is the mean of its stretch, and the last is the last loss', () => {
  expect(curveOf(recordOf(-1, 80))).toHaveLength(80)
  const curve = curveOf(record)
  expect(curve.map(({ step }) => step)).toEqual(Array.from({ length: 100 }, (_, place) => 10 * (place + 1)))
  const ten = record.history.slice(120, 130).reduce((sum, { loss }) => sum + loss, 0) / 10
  expect(curve[12]?.loss).toBeCloseTo(ten, 12)
  expect(curve.at(-1)?.loss).toBe(record.history.at(-1)?.loss)
  expect(curveOf(emptyRecord)).toEqual([])
})

test('a record cut into parts and joined again is the same record', () => {
  const long = {
    ...record,
    summaries: Array.from({ length: 45 }, (_, place) => ({ ...record.summaries[0]!, step: 20 * place })),
  }
  const parts = partsOf(long)
  expect(parts).toHaveLength(3)
  const joined = parts.reduce(withPart, emptyRecord)
  for (const key of ['history', 'evaluations', 'summaries', 'flows'] as const) {
    expect(joined[key].map(({ step }) => step)).toEqual(long[key].map(({ step }) => step))
  }
})

test('a part that goes back replaces what came after', () => {
  const before = withPart(emptyRecord, { backTo: null, record: recordOf(-1, 300) })
  const after = withPart(before, { backTo: 150, record: recordBetween(record, 150, 250) })
  expect(after.history.map(({ step }) => step)).toEqual(Array.from({ length: 250 }, (_, place) => place + 1))
  expect(after.summaries.map(({ step }) => step)).toEqual([0, 100, 200])
})
