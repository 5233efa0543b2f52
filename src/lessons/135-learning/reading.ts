import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Backpropagation, intuitively',
    author: '3Blue1Brown',
    kind: 'video',
    language: 'en',
    url: 'https://www.youtube.com/watch?v=Ilg3gGewQ5U',
    why: {
      de: 'Was ein einzelnes Bild von jedem Gewicht verlangt, und wie sich die Wünsche vieler Bilder mitteln.',
      en: 'What a single image asks of every weight, and how the wishes of many images are averaged.',
    },
  },
  {
    title: 'Backpropagation',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Backpropagation',
    why: {
      de: 'Die Herleitung mit der Kettenregel, und woher das Verfahren kommt.',
      en: 'The derivation with the chain rule, and where the method comes from (in German).',
    },
  },
  {
    title: 'Adam: A Method for Stochastic Optimization',
    author: 'Diederik Kingma, Jimmy Ba (2014)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1412.6980',
    why: {
      de: 'Das Original: auf der zweiten Seite steht das ganze Verfahren in zehn Zeilen.',
      en: 'The original: the whole method stands on its second page, in ten lines.',
    },
  },
]
