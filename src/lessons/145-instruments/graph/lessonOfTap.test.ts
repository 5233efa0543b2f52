import { expect, it } from 'vitest'
import { hashOfLesson } from './lessonOfTap.ts'

it('leads to another lesson of the same page', () => {
  expect(hashOfLesson('#/de/instruments?seed=7&at=1,2,3&digit=17', 'pooling')).toBe(
    '#/de/pooling?seed=7&digit=17',
  )
  expect(hashOfLesson('#/en/instruments', 'relu')).toBe('#/en/relu')
})
