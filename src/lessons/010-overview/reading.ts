import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'CNN Explainer',
    author: 'Wang et al., Georgia Tech',
    kind: 'article',
    language: 'en',
    url: 'https://poloclub.github.io/cnn-explainer/',
    why: {
      de: 'Ein anderes Netz zum Anfassen: Es ist schon trainiert und erkennt Farbfotos statt Ziffern.',
      en: 'Another network to touch: it is trained already, and tells colour photos apart instead of digits.',
    },
  },
  {
    title: 'Convolutional Neural Network',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Convolutional_Neural_Network',
    why: {
      de: 'Woher die Idee kommt, und was man heute mit solchen Netzen macht.',
      en: 'Where the idea comes from, and what such networks are used for today.',
    },
  },
  {
    title: 'Gradient-Based Learning Applied to Document Recognition',
    author: 'LeCun, Bottou, Bengio, Haffner (1998)',
    kind: 'paper',
    language: 'en',
    url: 'https://doi.org/10.1109/5.726791',
    why: {
      de: 'Das Vorbild: LeNet-5 las mit Faltung, Verkleinern und vollständig verbundenen Schichten die Beträge auf Schecks.',
      en: 'The model for it all: with convolution, shrinking and fully connected layers, LeNet-5 read the amounts on cheques.',
    },
  },
]
