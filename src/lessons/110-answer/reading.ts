import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Softmax-Funktion',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Softmax-Funktion',
    why: {
      de: 'Dieselbe Formel mit ihren Eigenschaften, und wo sie außerhalb neuronaler Netze gebraucht wird.',
      en: 'The same formula with its properties, and where it is used outside of neural networks.',
    },
  },
  {
    title: 'Transformers, the tech behind LLMs',
    author: '3Blue1Brown',
    kind: 'video',
    language: 'en',
    url: 'https://www.youtube.com/watch?v=wjZofJX0v4M',
    why: {
      de: 'Wie ein Sprachmodell mit Logits, Softmax und Temperatur sein nächstes Wort wählt, am Ende des Films.',
      en: 'How a language model chooses its next word with logits, softmax and temperature, at the end of the film.',
    },
  },
  {
    title: 'On Calibration of Modern Neural Networks',
    author: 'Guo, Pleiss, Sun, Weinberger (2017)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1706.04599',
    why: {
      de: 'Haben Netze, die 99 % sagen, in 99 von 100 Fällen recht? Oft nicht, und eine Temperatur kann das richten.',
      en: 'Are networks that say 99% right in 99 of 100 cases? Often not, and a temperature can put that right.',
    },
  },
]
