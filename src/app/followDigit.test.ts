import { expect, test } from 'vitest'
import type { WatchedDigit } from '../protocol/messages.ts'
import type { Frame } from '../session/frames.ts'
import { followDigit } from './followDigit.ts'

/** An address bar, and a network that answers with a frame when told to. */
function bench(start: number | null) {
  let bar = start
  const shown: WatchedDigit[] = []
  let onFrame: (frame: Frame) => void = () => {}
  let onVisit = () => {}
  followDigit(
    {
      showDigit: (digit) => shown.push(digit),
      subscribe(listener) {
        onFrame = listener
        return () => {}
      },
    },
    {
      read: () => bar,
      write: (digit) => {
        bar = digit
      },
      onVisit: (changed) => {
        onVisit = changed
      },
    },
  )
  return {
    bar: () => bar,
    shown,
    frame: (digit: WatchedDigit) =>
      onFrame({ step: 0, digit, label: null, dropoutKeep: 1, planes: new Map() }),
    visit(digit: number | null) {
      bar = digit
      onVisit()
    },
  }
}

const testDigit = (index: number) => ({ from: 'test', index }) as const
const drawing = { from: 'drawing', imageHW: new Float32Array(784) } as const

test('the address names the digit on the screen, and the first one only when it comes again', () => {
  const it = bench(null)
  it.frame(testDigit(0))
  expect(it.bar()).toBeNull()
  it.frame(testDigit(7))
  expect(it.bar()).toBe(7)
  it.frame(testDigit(0))
  expect(it.bar()).toBe(0)
})

test('an address with another digit shows that digit', () => {
  const it = bench(3)
  it.visit(12)
  expect(it.shown).toEqual([testDigit(12)])
  it.frame(testDigit(12))
  expect(it.bar()).toBe(12)
})

test('a link to another lesson leaves digit and drawing alone', () => {
  const it = bench(3)
  it.frame(drawing)
  it.visit(3)
  expect(it.shown).toEqual([])
})

test('an address without a digit gets the one on the screen', () => {
  const it = bench(null)
  it.frame(testDigit(9))
  it.visit(null)
  expect([it.shown, it.bar()]).toEqual([[], 9])
})

test('a digit beyond the end of the set gives way to the one shown', () => {
  const it = bench(0)
  it.visit(10_003)
  it.frame(testDigit(3))
  expect(it.bar()).toBe(3)
})
