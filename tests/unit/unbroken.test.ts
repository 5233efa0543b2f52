import { expect, test } from 'vitest'
import { unbroken, withoutBreaks } from '../../scripts/lib/texts/unbroken.mjs'

test('sizes and short equations are kept on one line, the sentence around them may break', () => {
  expect(withoutBreaks('each with 5 × 5 weights')).toBe('each with 5\u00a0×\u00a05 weights')
  expect(withoutBreaks('28 × 28 × 1: 28 rows')).toBe('28\u00a0×\u00a028\u00a0×\u00a01: 28 rows')
  expect(withoutBreaks('for p = 0.01 it is')).toBe('for p\u00a0=\u00a00.01 it is')
  expect(withoutBreaks('28 × 28 × 32 = 25,088')).toBe('28\u00a0×\u00a028\u00a0×\u00a032 = 25,088')
})

test('text is found however deep it lies, code is left as it is', () => {
  const code = { type: 'code', value: '2 × 2' }
  const text = { type: 'text', value: '2 × 2' }
  unbroken()({ type: 'root', children: [code, { type: 'mdxJsxTextElement', children: [text] }] })
  expect(text.value).toBe('2\u00a0×\u00a02')
  expect(code.value).toBe('2 × 2')
})
