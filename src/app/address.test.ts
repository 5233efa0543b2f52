import { describe, expect, test } from 'vitest'
import { formatAddress, parseAddress } from './address.ts'

describe('parseAddress', () => {
  test('reads language, lesson and every known value', () => {
    const hash =
      '#/de/convolution?digit=17&seed=7&steps=500&backend=wasm&theme=projector&hide=dock,text&present'
    expect(parseAddress(hash)).toEqual({
      language: 'de',
      lesson: 'convolution',
      digit: 17,
      seed: 7,
      steps: 500,
      backend: 'wasm',
      theme: 'projector',
      hide: ['text', 'dock'],
      present: true,
      unknown: [],
    })
  })

  test.each(['', '#', '#/', '#/fr/relu', '#////', '#/%E0%A4%A/x?digit=%E0%A4%A', '#?digit='])(
    'finds neither language nor lesson in %j and does not fail',
    (hash) => {
      expect(parseAddress(hash)).toMatchObject({ language: null, lesson: null, digit: null })
    },
  )

  test('ignores values that make no sense', () => {
    const hash = '#/en/x?digit=-1&seed=1.5&steps=0&backend=gpu&theme=pink&hide=everything&present=0'
    expect(parseAddress(hash)).toMatchObject({
      digit: null,
      seed: null,
      steps: null,
      backend: null,
      theme: null,
      hide: [],
      present: false,
    })
    expect(parseAddress('#/en/x?seed=4294967296&steps=100001')).toMatchObject({ seed: null, steps: null })
  })
})

describe('formatAddress', () => {
  test.each([
    '#/de/convolution?digit=17&seed=7',
    '#/en/overview',
    '#/en/loss?steps=60&backend=cpu&theme=dark&hide=ribbon,dock&present=1&class=3b',
    '#/',
  ])('writes %s as it was read', (hash) => {
    expect(formatAddress(parseAddress(hash))).toBe(hash)
  })
})
