import { afterEach, describe, expect, test, vi } from 'vitest'
import { answers, forgetAnswers, keepAnswer, parseAnswers } from './answers.ts'

afterEach(() => vi.unstubAllGlobals())

describe('answers kept on the device', () => {
  test('come back as they were', () => {
    const kept = { relu: { given: 'one', right: true }, pixels: { given: 784, right: true, truth: 784 } }
    expect(parseAnswers(JSON.stringify(kept))).toEqual(kept)
    expect(parseAnswers('{"pooling":{"given":[0,3,4],"right":false}}').pooling.given).toEqual([0, 3, 4])
  })

  test('that are none count as never given, and spoil no others', () => {
    expect(parseAnswers(null)).toEqual({})
    expect(parseAnswers('{"relu":')).toEqual({})
    expect(parseAnswers('[1,2]')).toEqual({})
    const some = '{"a":{"given":"x","right":true},"b":{"given":{},"right":true},"c":7,"d":{"given":"y"}}'
    expect(Object.keys(parseAnswers(some))).toEqual(['a'])
  })

  test('last for the visit where storage is full or forbidden', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    keepAnswer('relu', { given: 'one', right: true })
    keepAnswer('pixels', { given: 784, right: true })
    expect(Object.keys(answers.getState().byLesson)).toEqual(['relu', 'pixels'])
    forgetAnswers('relu')
    expect(Object.keys(answers.getState().byLesson)).toEqual(['pixels'])
    forgetAnswers()
    expect(answers.getState().byLesson).toEqual({})
  })
})
