import { describe, expect, test } from 'vitest'
import type { ChoiceQuestion, NumberQuestion, PictureQuestion } from '../../lessons/question.ts'
import { truthOf, verdictOn } from './verdict.ts'

const both = (text: string) => ({ de: text, en: text })
const asked = { ask: both('?'), explanation: both('.') }

describe('the verdict', () => {
  test('on a number tells right within the tolerance, too low and too high', () => {
    const question: NumberQuestion = {
      ...asked,
      kind: 'number',
      answer: 0.3,
      tolerance: 0.1,
      decimals: 1,
      feedback: { right: both('right'), tooLow: both('low'), tooHigh: both('high') },
    }
    const on = (given: number) => verdictOn(question, { given, right: false, truth: 0.3 })?.feedback.en
    // 0.3 − 0.2 is 0.09999999999999998 and 0.4 − 0.3 is 0.10000000000000003 in binary fractions.
    expect([0.19, 0.2, 0.3, 0.4, 0.41].map(on)).toEqual(['low', 'right', 'right', 'right', 'high'])
    expect(truthOf(question, null)).toBe(0.3)
    expect(truthOf({ ...question, answer: () => 5 }, null)).toBeNull()
  })

  test('on an option is that of the option, and none when there is no such option any more', () => {
    const question: ChoiceQuestion = {
      ...asked,
      kind: 'choice',
      options: [
        { id: 'a', text: both('A'), right: false, feedback: both('why not') },
        { id: 'b', text: both('B'), right: true, feedback: both('why') },
      ],
    }
    expect(verdictOn(question, { given: 'b', right: false })).toEqual({ right: true, feedback: both('why') })
    expect(verdictOn(question, { given: 'c', right: true })).toBeNull()
    expect(verdictOn(question, { given: 3, right: true })).toBeNull()
  })

  test('on a place is what the frame of that moment said', () => {
    const question: PictureQuestion = {
      ...asked,
      kind: 'picture',
      tap: 'conv1',
      isRight: () => false,
      feedback: { right: both('there'), wrong: both('elsewhere') },
    }
    expect(verdictOn(question, { given: [0, 1, 2], right: true })?.feedback.en).toBe('there')
    expect(verdictOn(question, { given: [0, 1, 2], right: false })?.feedback.en).toBe('elsewhere')
  })
})
