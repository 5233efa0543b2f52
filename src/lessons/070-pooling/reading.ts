import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Convolutional Neural Networks (CS231n)',
    author: 'Stanford',
    kind: 'article',
    language: 'en',
    url: 'https://cs231n.github.io/convolutional-networks/',
    why: {
      de: 'Faltung und Pooling in einem Kurs für Studierende, mit Zahlenbeispielen und der Frage, ob man Pooling überhaupt braucht.',
      en: 'Convolution and pooling in a course for students, with worked numbers and the question whether pooling is needed at all.',
    },
  },
  {
    title: 'Convolutional Neural Network',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Convolutional_Neural_Network',
    why: {
      de: 'Die ganze Netzfamilie im Überblick: woher sie kommt, und was es neben Max-Pooling noch gibt.',
      en: 'The whole family of networks at a glance: where it comes from, and what there is beside max pooling.',
    },
  },
  {
    title: 'Making Convolutional Networks Shift-Invariant Again',
    author: 'Zhang (2019)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1904.11486',
    why: {
      de: 'Max-Pooling verzeiht Verschiebungen schlechter, als man denkt. Hier steht, warum, und wie es besser geht.',
      en: 'Max pooling forgives shifts less well than one thinks. Here is why, and how to do better.',
    },
  },
]
