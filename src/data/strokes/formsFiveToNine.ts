/** The ways in which people write 5, 6, 7, 8 and 9. */
import type { Form } from './form.ts'
import { arc, pen } from './path.ts'

export const five: readonly Form[] = [
  {
    name: 'bar apart',
    weight: 3,
    strokes: [pen('14,4 12,22 10,42! 34,38 56,54 54,82 28,98 0,90'), pen('14,3 38,2 64,0')],
  },
  {
    name: 'one stroke',
    weight: 2.5,
    strokes: [pen('64,0 40,2 16,4! 14,24 10,42! 36,40 56,58 50,86 24,99 0,92')],
  },
  {
    name: 'smooth like an s',
    weight: 2.5,
    strokes: [pen('70,2 42,4 24,12 20,34 40,48 50,70 34,94 2,94')],
  },
  {
    name: 'leaning, bar rising',
    weight: 1.6,
    strokes: [pen('30,10 22,26 16,42 38,46 50,66 36,92 0,92'), pen('30,10 56,6 86,0')],
  },
  {
    name: 'large belly',
    weight: 1,
    strokes: [pen('16,2 14,16 10,32! 44,30 66,56 50,92 4,94'), pen('16,2 60,0')],
  },
  {
    name: 'small belly, tall neck',
    weight: 1,
    strokes: [pen('60,0 36,4 20,8 18,32 18,52 36,54 48,70 36,92 4,96')],
  },
  {
    name: 'belly curled in',
    weight: 2.2,
    strokes: [pen('20,8 16,24 10,42! 34,40 54,56 50,84 24,98 4,88 2,76'), pen('20,7 42,5 68,0')],
  },
  {
    name: 'bar flying off',
    weight: 1.5,
    strokes: [pen('10,16 8,30 6,46! 30,42 50,60 42,88 18,98 0,90'), pen('24,8 50,4 80,0')],
  },
  {
    name: 'short neck, slanted belly',
    weight: 1,
    strokes: [pen('6,10 6,40! 36,36 62,52 58,78 36,96 6,100'), pen('6,10 34,5 66,4')],
  },
]

export const six: readonly Form[] = [
  {
    name: 'bowed',
    weight: 4,
    strokes: [pen('46,0 22,20 6,48 6,80 28,99 52,86 54,64 34,52 8,70')],
  },
  {
    name: 'straight back',
    weight: 2,
    strokes: [pen('30,0 16,30 5,62 10,90 32,99 50,82 44,62 26,60 8,76')],
  },
  {
    name: 'large bowl',
    weight: 1.6,
    strokes: [pen('50,2 20,14 3,44 8,84 36,99 60,78 54,48 30,40 7,60')],
  },
  {
    name: 'small flat bowl',
    weight: 1.6,
    strokes: [pen('30,0 10,32 2,66 12,93 38,98 56,86 46,74 24,76 10,88')],
  },
  {
    name: 'bowl curled inwards',
    weight: 1,
    strokes: [pen('52,2 24,16 4,50 10,86 36,98 56,78 42,58 26,68 32,80')],
  },
  {
    name: 'open bowl',
    weight: 1,
    strokes: [pen('36,0 12,30 3,66 16,95 42,94 54,74 40,58 22,64')],
  },
  {
    name: 'short back, wide bowl',
    weight: 1.5,
    strokes: [pen('18,0 2,40 8,84 40,98 72,80 64,54 40,54 16,78')],
  },
  {
    name: 'round bowl on the right, open',
    weight: 1.2,
    strokes: [pen('24,4 4,40 10,84 38,98 62,76 56,50 36,46 26,64 30,80')],
  },
]

export const seven: readonly Form[] = [
  {
    name: 'plain',
    weight: 4,
    strokes: [pen('0,5 30,3 62,0! 46,50 30,100')],
  },
  {
    name: 'rounded shoulder',
    weight: 2.5,
    strokes: [pen('0,10 26,5 52,2 60,12 46,50 36,100')],
  },
  {
    name: 'with a bar',
    weight: 2,
    strokes: [pen('2,5 34,4 64,0! 44,50 28,100'), pen('16,52 42,50 68,47')],
  },
  {
    name: 'with serif',
    weight: 1.6,
    strokes: [pen('2,22 4,5! 34,5 66,0! 50,45 42,100')],
  },
  {
    name: 'wavy roof',
    weight: 1.4,
    strokes: [pen('0,16 10,4 30,8 60,3! 42,44 30,100')],
  },
  {
    name: 'bent stem',
    weight: 1.2,
    strokes: [pen('0,8 34,4 68,2! 44,32 34,62 34,100')],
  },
  {
    name: 'short roof',
    weight: 1,
    strokes: [pen('8,20 20,4 42,2 46,20 36,60 30,100')],
  },
  {
    name: 'arched',
    weight: 1.8,
    strokes: [pen('0,24 16,4 44,0 58,16 50,50 34,100')],
  },
  {
    name: 'long serif',
    weight: 1.5,
    strokes: [pen('4,36 4,6! 28,4 56,0! 46,50 38,100')],
  },
  {
    name: 'long serif, curved stem, narrow',
    weight: 1.2,
    strokes: [pen('4,30 12,8 36,2 52,4 50,30 40,64 36,100')],
  },
  {
    name: 'with a long low bar',
    weight: 1,
    strokes: [pen('6,14 10,3! 40,6 62,2! 46,50 36,100'), pen('8,60 42,54 80,50')],
  },
]

export const eight: readonly Form[] = [
  {
    name: 'one stroke from the upper right',
    weight: 4,
    strokes: [pen('54,10 32,0 10,16 20,38 44,58 50,82 28,99 6,82 16,60 42,40 56,20 50,6')],
  },
  {
    name: 'one stroke, closing line straight',
    weight: 2.5,
    strokes: [pen('56,12 32,0 12,14 24,38 46,60 42,90 16,99 4,82 20,58 60,8')],
  },
  {
    name: 'one stroke, open at the top',
    weight: 1,
    strokes: [pen('48,6 26,2 12,18 26,42 48,64 40,94 14,97 6,76 26,52 50,30 66,12')],
  },
  {
    name: 'two rings',
    weight: 1.4,
    distortion: 0.6,
    strokes: [arc([0.32, 0.24], [0.23, 0.24], [10, -350]), arc([0.32, 0.73], [0.29, 0.26], [0, -360])],
  },
  {
    name: 'one stroke from the middle',
    weight: 1.2,
    strokes: [pen('30,46 10,26 26,2 50,14 42,38 12,62 10,90 36,98 50,76 32,50')],
  },
  {
    name: 'small upper ring',
    weight: 1.2,
    strokes: [pen('50,14 34,2 18,14 26,32 50,50 58,78 32,99 4,82 12,56 36,36 50,18')],
  },
  {
    name: 'small lower ring',
    weight: 1,
    strokes: [pen('62,14 38,0 8,12 12,36 36,56 44,76 30,98 12,86 22,64 50,40 64,16')],
  },
  {
    name: 'narrow, one stroke',
    weight: 1,
    strokes: [pen('40,6 24,2 14,20 24,44 38,70 26,98 10,84 18,58 36,30 36,8')],
  },
  {
    name: 'wide open at the top',
    weight: 0.9,
    strokes: [pen('50,0 16,6 10,26 34,48 46,74 26,98 8,82 22,58 46,34 68,4')],
  },
]

export const nine: readonly Form[] = [
  {
    name: 'straight tail',
    weight: 4,
    strokes: [pen('50,16 32,0 8,12 4,38 28,48 48,30 54,6 50,50 46,100')],
  },
  {
    name: 'ring, then tail',
    weight: 2,
    strokes: [[...arc([0.28, 0.25], [0.26, 0.25], [50, -300]), ...pen('53,30 50,62 42,100')]],
  },
  {
    name: 'round tail',
    weight: 2,
    strokes: [pen('52,14 30,0 6,16 10,42 36,44 54,20 56,56 42,92 10,98')],
  },
  {
    name: 'leaning, small head',
    weight: 3,
    strokes: [pen('58,8 38,0 16,14 14,32 36,34 58,10 46,50 30,100')],
  },
  {
    name: 'open head',
    weight: 1,
    strokes: [pen('46,2 20,8 6,28 20,44 44,36 56,10! 52,50 46,100')],
  },
  {
    name: 'large head',
    weight: 1,
    strokes: [pen('58,20 36,0 6,16 6,48 34,60 56,40 60,10 58,56 54,100')],
  },
  {
    name: 'flat head, hooked tail',
    weight: 0.8,
    strokes: [pen('58,6 26,2 2,20 16,38 46,30 60,6! 56,50 50,90 36,100')],
  },
  {
    name: 'ring beside a straight stem',
    weight: 1.4,
    strokes: [arc([0.24, 0.26], [0.23, 0.22], [60, -300]), pen('50,4 50,50 54,100')],
  },
  {
    name: 'like a g',
    weight: 1.2,
    strokes: [pen('50,10 26,0 6,16 14,40 40,36 54,10 58,54 50,88 24,98 6,84')],
  },
  {
    name: 'small low head, tail beyond',
    weight: 2,
    strokes: [pen('50,10 26,4 4,24 16,42 42,28 52,0! 52,50 56,100')],
  },
]
