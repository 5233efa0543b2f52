/** The ways in which people write 0, 1, 2, 3 and 4. */
import type { Form } from './form.ts'
import { arc, pen } from './path.ts'

export const zero: readonly Form[] = [
  { name: 'oval', weight: 4, distortion: 0.6, strokes: [arc([0.35, 0.5], [0.34, 0.5], [20, -345])] },
  { name: 'narrow', weight: 2, distortion: 0.6, strokes: [arc([0.25, 0.5], [0.22, 0.5], [10, -352])] },
  { name: 'round', weight: 3, distortion: 0.6, strokes: [arc([0.45, 0.5], [0.46, 0.48], [0, -360])] },
  { name: 'clockwise', weight: 1, distortion: 0.6, strokes: [arc([0.36, 0.5], [0.36, 0.5], [-40, 325])] },
  {
    name: 'closed with a curl',
    weight: 1.5,
    distortion: 0.6,
    strokes: [[...pen('62,8'), ...arc([0.37, 0.54], [0.36, 0.46], [-5, -375])]],
  },
  {
    name: 'overlapping inside',
    weight: 1.5,
    distortion: 0.6,
    strokes: [[...arc([0.37, 0.5], [0.37, 0.5], [25, -350]), ...pen('50,12 62,24')]],
  },
  {
    name: 'slashed',
    weight: 0.12,
    distortion: 0.6,
    strokes: [arc([0.4, 0.5], [0.38, 0.48], [10, -355]), pen('70,10 10,92')],
  },
]

export const one: readonly Form[] = [
  {
    name: 'bar',
    weight: 9,
    distortion: 0.6,
    strokes: [pen('20,0 20,50 20,100')],
  },
  {
    name: 'with serif',
    weight: 1.6,
    distortion: 0.6,
    strokes: [pen('0,26 26,0! 27,50 27,100')],
  },
  {
    name: 'with short serif',
    weight: 1.4,
    distortion: 0.6,
    strokes: [pen('10,14 24,0! 25,50 25,100')],
  },
  {
    name: 'with serif and foot',
    weight: 0.9,
    distortion: 0.6,
    strokes: [pen('8,22 34,0! 34,50 34,100'), pen('2,100 34,99 68,99')],
  },
  {
    name: 'with foot',
    weight: 0.3,
    distortion: 0.6,
    strokes: [pen('30,0 30,50 30,100'), pen('5,100 58,99')],
  },
]

export const two: readonly Form[] = [
  {
    name: 'plain',
    weight: 3,
    strokes: [pen('4,25 16,6 38,0 58,14 56,38 34,68 2,98! 35,97 70,96')],
  },
  {
    name: 'plain with a wavy foot',
    weight: 2,
    strokes: [pen('6,20 30,1 56,14 54,40 30,72 0,95! 22,88 46,97 72,90')],
  },
  {
    name: 'looped',
    weight: 3,
    strokes: [pen('8,18 32,0 58,14 54,42 34,76 12,96 0,88 12,75 36,84 58,97 80,90')],
  },
  {
    name: 'flat loop',
    weight: 2,
    strokes: [pen('10,12 38,0 60,16 52,46 30,84 8,96 2,88 20,84 50,92 86,88')],
  },
  {
    name: 'curled head',
    weight: 1.2,
    strokes: [pen('22,28 8,24 14,6 36,0 58,14 54,42 30,72 4,97! 38,95 74,94')],
  },
  {
    name: 'like a z',
    weight: 1,
    strokes: [pen('2,8 28,0 54,6 48,30 26,62 0,98! 30,98 64,98')],
  },
  {
    name: 'swan with a steep neck',
    weight: 1,
    strokes: [pen('10,30 20,4 44,2 50,24 40,55 10,86! 35,84 62,100 80,98')],
  },
  {
    name: 'large loop',
    weight: 2.5,
    strokes: [pen('14,20 36,0 62,18 56,50 38,84 14,98 0,84 14,66 44,74 70,90 92,86')],
  },
  {
    name: 'loop on the stem, short foot',
    weight: 2,
    strokes: [pen('12,16 34,0 54,16 50,48 30,88 8,92 4,74 24,62 46,78 62,100')],
  },
  {
    name: 'wide, low loop',
    weight: 1.5,
    strokes: [pen('10,10 50,0 78,20 64,54 34,90 6,96 0,80 24,68 60,74 96,66')],
  },
  {
    name: 'straight back, wide foot',
    weight: 0.8,
    strokes: [pen('16,6 30,0 38,14 26,50 4,90! 36,86 76,84')],
  },
]

export const three: readonly Form[] = [
  {
    name: 'round',
    weight: 4,
    strokes: [pen('6,14 28,0 54,12 50,34 24,46! 52,54 60,76 38,97 2,90')],
  },
  {
    name: 'without a notch',
    weight: 2,
    strokes: [pen('8,10 34,0 56,14 44,38 34,47 50,56 58,78 34,98 2,88')],
  },
  {
    name: 'flat top',
    weight: 1,
    strokes: [pen('4,2 32,0 58,0! 26,40! 52,48 60,74 36,97 0,90')],
  },
  {
    name: 'waist loop',
    weight: 1.5,
    strokes: [pen('6,10 34,0 56,12 46,36 24,50 18,44 30,42 54,58 56,82 30,99 0,88')],
  },
  {
    name: 'large belly',
    weight: 1.2,
    strokes: [pen('14,6 36,0 50,12 42,28 22,38! 54,42 68,68 44,96 0,92')],
  },
  {
    name: 'small belly',
    weight: 1,
    strokes: [pen('2,20 26,0 62,10 60,40 26,58! 48,62 54,80 36,98 8,92')],
  },
  {
    name: 'lower end curled in',
    weight: 1,
    strokes: [pen('6,16 26,0 50,10 46,34 26,44 50,54 58,78 34,98 6,88 12,76')],
  },
]

export const four: readonly Form[] = [
  {
    name: 'open, angular',
    weight: 3,
    strokes: [pen('12,4 6,28 2,52! 34,52 68,48'), pen('56,0 52,50 48,100')],
  },
  {
    name: 'open, like a u with a tail',
    weight: 3,
    strokes: [pen('6,4 2,30 10,48 34,50 60,42'), pen('62,0 58,50 54,100')],
  },
  {
    name: 'one stroke, open',
    weight: 1.6,
    strokes: [pen('6,2 2,30 12,50 38,46 56,24 62,2! 58,50 52,100')],
  },
  {
    name: 'closed',
    weight: 1.4,
    strokes: [pen('50,2! 26,34 0,64! 34,64 72,62'), pen('50,0 50,50 48,100')],
  },
  {
    name: 'closed, one stroke, like a pointed 9',
    weight: 0.8,
    strokes: [pen('52,46 26,50 2,46 20,20 54,0! 52,50 48,100')],
  },
  {
    name: 'low bar, long left arm',
    weight: 1.2,
    strokes: [pen('20,0 10,34 0,66! 36,64 74,60'), pen('50,28 48,64 44,100')],
  },
  {
    name: 'wide, tail at the right',
    weight: 1,
    strokes: [pen('2,10 4,40 28,46 58,36'), pen('72,0 62,40 56,100')],
  },
]
