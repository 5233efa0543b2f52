import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'MNIST-Datenbank',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/MNIST-Datenbank',
    why: {
      de: 'Woher die Ziffern kommen, wer sie schrieb und wie gut Programme sie lesen.',
      en: 'Where the digits come from, who wrote them and how well programs read them.',
    },
  },
  {
    title: 'Cold Case: The Lost MNIST Digits',
    author: 'Yadav, Bottou (2019)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1905.10498',
    why: {
      de: 'Wie MNIST vorbereitet wurde, Schritt für Schritt wiedergefunden, samt verlorenen Testziffern.',
      en: 'How MNIST was prepared, found out again step by step, with test digits that had been lost.',
    },
  },
  {
    title: 'Deep Neural Networks are Easily Fooled',
    author: 'Nguyen, Yosinski, Clune (2015)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1412.1897',
    why: {
      de: 'Bilder, auf denen niemand etwas erkennt, und Netze, die sich dabei zu über 99 % sicher sind.',
      en: 'Images in which nobody recognizes anything, and networks that are more than 99% sure of them.',
    },
  },
]
