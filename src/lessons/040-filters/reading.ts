import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Faltungsmatrix',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Faltungsmatrix',
    why: {
      de: 'Filter, die Menschen gezeichnet haben: zum Schärfen, zum Weichzeichnen, zum Finden von Kanten.',
      en: 'Filters that people did draw: for sharpening, for blurring, for finding edges.',
    },
  },
  {
    title: 'Feature Visualization',
    author: 'Olah, Mordvintsev, Schubert (Distill, 2017)',
    kind: 'article',
    language: 'en',
    url: 'https://distill.pub/2017/feature-visualization/',
    why: {
      de: 'Wonach die Filter eines großen Netzes suchen, von Kanten in der ersten Schicht bis zu Hundeköpfen.',
      en: 'What the filters of a large network look for, from edges in the first layer to the heads of dogs.',
    },
  },
  {
    title: 'Visualizing and Understanding Convolutional Networks',
    author: 'Zeiler, Fergus (2013)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1311.2901',
    why: {
      de: 'Die Arbeit, die gelernte Filter sichtbar machte und damit ein besseres Netz baute.',
      en: 'The paper that made learned filters visible, and built a better network by looking at them.',
    },
  },
]
