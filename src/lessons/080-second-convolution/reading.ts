import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Zoom In: An Introduction to Circuits',
    author: 'Olah u. a., Distill (2020)',
    kind: 'article',
    language: 'en',
    url: 'https://distill.pub/2020/circuits/zoom-in/',
    why: {
      de: 'Wie in einem viel größeren Netz Kurven, Augen und Hundeköpfe aus einfacheren Mustern entstehen, an den Gewichten abgelesen.',
      en: 'How curves, eyes and heads of dogs come about from simpler patterns in a much larger network, read off its weights.',
    },
  },
  {
    title: 'Convolutional Neural Networks',
    author: 'Stanford, CS231n',
    kind: 'article',
    language: 'en',
    url: 'https://cs231n.github.io/convolutional-networks/',
    why: {
      de: 'Das Vorlesungsskript, mit einer bewegten Abbildung: ein Filter mit drei Kanälen, Zahl für Zahl.',
      en: 'The lecture notes, with a moving figure: a filter with three channels, number by number.',
    },
  },
  {
    title: 'Convolutional Neural Network',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Convolutional_Neural_Network',
    why: {
      de: 'Der Aufbau solcher Netze auf einer Seite, und woher die Idee kommt.',
      en: 'How such networks are built, on one page, and where the idea comes from.',
    },
  },
]
