import { describe, expect, test } from 'vitest'
import { addressOfLesson, formatAddress, parseAddress } from './address.ts'

describe('parseAddress', () => {
  test('reads language, lesson and every known value', () => {
    const hash =
      '#/de/convolution?digit=17&seed=7&steps=500&backend=wasm&theme=projector&hide=dock,text&present' +
      '&at=7.12.17&sum=conv1/pre.1.28.3&ab=0,300&open=formula,code&run=kurse/stunde-7.faltwerk'
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
      at: { map: 6, row: 11, column: 16 },
      sum: { tap: 'conv1/pre', map: 0, row: 27, column: 2 },
      ab: [
        { run: null, step: 0 },
        { run: null, step: 300 },
      ],
      open: ['formula', 'code'],
      run: 'kurse/stunde-7.faltwerk',
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
    expect(parseAddress('#/en/x?at=0.1.1&sum=conv3.1.1.1&open=<b>,,A')).toMatchObject({
      at: null,
      sum: null,
      open: [],
    })
    for (const at of ['', '1', '1.2', '1.2.3.4', '1.2.-3', '1.x.3', '1.2.3e1', '1..3', '1,2,3'])
      expect(parseAddress(`#/en/x?at=${at}`).at, at).toBeNull()
    for (const ab of [
      '',
      '0',
      '0,',
      ',0',
      '0,1,2',
      '-1,5',
      '0,1.5',
      'now,3',
      '0,100001',
      'live,LIVE',
      '1f:,3',
      ':1,3',
      'a:b:1,3',
      'A:1,3',
    ])
      expect(parseAddress(`#/en/x?ab=${ab}`).ab, ab).toBeNull()
    expect(parseAddress('#/en/x?seed=4294967296&steps=100001')).toMatchObject({ seed: null, steps: null })
  })
})

test.each([
  // First and last value of each tap, counted from 1, and what lies just beyond.
  ['input', '1.28.28', '2.28.28'],
  ['conv1/pre', '32.28.28', '32.29.28'],
  ['pool1', '32.14.14', '33.14.14'],
  ['conv2', '64.14.14', '64.14.15'],
  ['pool2', '64.7.7', '64.8.7'],
  ['fc1', '1024.1.1', '1025.1.1'],
  ['softmax', '10.1.1', '10.1.2'],
  ['conv1/weights', '32.5.5', '33.5.5'],
  ['conv2/weights', '2048.5.5', '2049.5.5'],
  ['fc2/weights', '1.1024.10', '1.1024.11'],
])('a sum of %s can be that of %s, not of %s', (tap, last, beyond) => {
  expect(parseAddress(`#/en/x?sum=${tap}.1.1.1`).sum).toEqual({ tap, map: 0, row: 0, column: 0 })
  expect(parseAddress(`#/en/x?sum=${tap}.${last}`).sum).toMatchObject({ tap })
  expect(parseAddress(`#/en/x?sum=${tap}.${beyond}`).sum).toBeNull()
  expect(parseAddress(`#/en/x?sum=${tap}.1.0.1`).sum).toBeNull()
})

test('a comparison goes on in another lesson', () => {
  const address = parseAddress('#/de/relu?at=1.2.3&ab=0,live')
  expect(formatAddress(addressOfLesson(address, 'pooling'))).toBe('#/de/pooling?ab=0,live')
})

test('an address survives messengers that escape what they need not', () => {
  const escaped = '#/de/convolution?at=7.12.17&sum=conv1%2Fpre.7.12.17&open=formula%2Ccode'
  expect(formatAddress(parseAddress(escaped))).toBe(
    '#/de/convolution?at=7.12.17&sum=conv1/pre.7.12.17&open=formula,code',
  )
})

test('another lesson leaves behind what belongs to this one, and keeps digit and run', () => {
  const address = parseAddress('#/de/relu?digit=17&seed=7&present=1&at=1.2.3&sum=conv1.1.2.3&open=code')
  expect(formatAddress(addressOfLesson(address, 'pooling'))).toBe('#/de/pooling?digit=17&seed=7&present=1')
  expect(addressOfLesson(address, 'relu')).toBe(address)
})

describe('formatAddress', () => {
  test.each([
    '#/de/convolution?digit=17&seed=7',
    '#/en/overview',
    '#/en/filters?ab=20,live',
    '#/de/filters?digit=3&ab=live,0&open=code',
    '#/en/loss?steps=60&backend=cpu&theme=dark&hide=ribbon,dock&present=1&class=3b',
    '#/de/second-convolution?digit=3&at=64.14.1&sum=conv2/pre.64.14.1&open=formula,keras',
    '#/',
  ])('writes %s as it was read', (hash) => {
    expect(formatAddress(parseAddress(hash))).toBe(hash)
  })
})

test('a comparison with another run of this device names that run', () => {
  const address = parseAddress('#/en/relu?ab=1f:5,live')
  expect(address.ab).toEqual([
    { run: '1f', step: 5 },
    { run: null, step: null },
  ])
  expect(formatAddress(address)).toBe('#/en/relu?ab=1f:5,live')
})
