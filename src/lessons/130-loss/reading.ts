import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Gradient descent, how neural networks learn',
    author: '3Blue1Brown',
    kind: 'video',
    language: 'en',
    url: 'https://www.youtube.com/watch?v=IHZwWFHWa-w',
    why: {
      de: 'Wie ein Netz mit Hilfe des Verlusts lernt; dort mit quadrierten Abständen statt der Kreuzentropie.',
      en: 'How a network learns with the help of its loss; there with squared differences instead of cross-entropy.',
    },
  },
  {
    title: 'Kreuzentropie',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Kreuzentropie',
    why: {
      de: 'Die allgemeine Formel für zwei Verteilungen, und wie sie mit der Entropie zusammenhängt.',
      en: 'The general formula for two distributions, and how it is related to entropy.',
    },
  },
  {
    title: 'Visual Information Theory',
    author: 'Christopher Olah (2015)',
    kind: 'article',
    language: 'en',
    url: 'https://colah.github.io/posts/2015-09-Visual-Information/',
    why: {
      de: 'Woher der Logarithmus kommt: Kreuzentropie als Länge von Nachrichten, in Bildern erklärt.',
      en: 'Where the logarithm comes from: cross-entropy as the length of messages, explained in pictures.',
    },
  },
]
