import { expect, test } from 'vitest'
import { actionOf, type FocusPlace, type KeyPress, type Surroundings } from './keys.ts'

const places: readonly FocusPlace[] = ['nothing', 'text', 'control', 'typing']
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
})
const where = (focus: FocusPlace, more: Partial<Surroundings> = {}): Surroundings => ({
  focus,
  modal: false,
  blank: false,
  ...more,
})
const inEachPlace = (key: string) => places.map((focus) => actionOf(press(key), where(focus)))

test('a clicker turns lessons wherever the focus is', () => {
  expect(inEachPlace('PageDown')).toEqual(['next', 'next', 'next', 'next'])
  expect(inEachPlace('PageUp')).toEqual(['previous', 'previous', 'previous', 'previous'])
})

test('arrows turn lessons unless a control or a figure has the focus; the text keeps the space bar', () => {
  expect(inEachPlace('ArrowRight')).toEqual(['next', 'next', null, null])
  expect(inEachPlace('ArrowLeft')).toEqual(['previous', 'previous', null, null])
  expect(inEachPlace(' ')).toEqual(['next', null, null, null])
  expect(inEachPlace('ArrowDown')).toEqual([null, null, null, null])
})

test('letters do something in controls and figures, and nothing while one types', () => {
  expect(inEachPlace('?')).toEqual(['help', 'help', 'help', null])
  expect(inEachPlace('b')).toEqual(['blank', 'blank', 'blank', null])
  expect(inEachPlace('.')).toEqual(['blank', 'blank', 'blank', null])
  expect(inEachPlace('f')).toEqual(['fullscreen', 'fullscreen', 'fullscreen', null])
  expect(inEachPlace('l')).toEqual(['lens', 'lens', 'lens', null])
})

test('the question mark needs Shift on most keyboards, capitals come from Caps Lock', () => {
  expect(actionOf(press('?', { shiftKey: true }), where('nothing'))).toBe('help')
  expect(actionOf(press('B'), where('nothing'))).toBe('blank')
})

test.each(['ctrlKey', 'altKey', 'metaKey', 'repeat'] as const)('with %s no key of ours is meant', (what) => {
  for (const key of ['PageDown', 'ArrowRight', ' ', '?', 'b', 'f', 'l', 'Escape'])
    expect(actionOf(press(key, { [what]: true }), where('nothing'))).toBeNull()
})

test('a modal window keeps all keys', () => {
  for (const key of ['PageDown', 'ArrowRight', ' ', '?', 'b', 'Escape'])
    expect(actionOf(press(key), where('nothing', { modal: true }))).toBeNull()
})

test('a blank screen answers to the clicker and to what ends it', () => {
  const blank = where('nothing', { blank: true })
  expect(actionOf(press('ArrowRight'), blank)).toBeNull()
  expect(actionOf(press(' '), blank)).toBeNull()
  expect(['b', '.', 'Escape', 'PageDown'].map((key) => actionOf(press(key), blank))).toEqual([
    'blank',
    'blank',
    'escape',
    'next',
  ])
})

test('S saves from wherever nobody types, but not what is blank', () => {
  expect(inEachPlace('s')).toEqual(['save', 'save', 'save', null])
  expect(actionOf(press('s'), where('nothing', { blank: true }))).toBe(null)
  expect(actionOf(press('s', { ctrlKey: true }), where('nothing'))).toBe(null)
})

test('J and K walk along the tape, held down too; P plays it, N leads back to now', () => {
  expect(inEachPlace('j')).toEqual(['step-back', 'step-back', 'step-back', null])
  expect(inEachPlace('k')).toEqual(['step-on', 'step-on', 'step-on', null])
  expect(inEachPlace('p')).toEqual(['play', 'play', 'play', null])
  expect(inEachPlace('n')).toEqual(['live', 'live', 'live', null])
  expect(actionOf(press('k', { repeat: true }), where('control'))).toBe('step-on')
  expect(actionOf(press('k', { repeat: true }), where('typing'))).toBeNull()
  expect(actionOf(press('p', { repeat: true }), where('nothing'))).toBeNull()
  for (const key of ['j', 'k', 'p', 'n'])
    expect(actionOf(press(key), where('nothing', { blank: true }))).toBeNull()
})
