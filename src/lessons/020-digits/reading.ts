import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'MNIST-Datenbank',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/MNIST-Datenbank',
    why: {
      de: 'Die Geschichte des Datensatzes, und wie weit man auf ihm gekommen ist.',
      en: 'The story of the data set, and how far people have come on it.',
    },
  },
  {
    title: 'Cold Case: The Lost MNIST Digits',
    author: 'Yadav, Bottou (2019)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1905.10498',
    why: {
      de: 'Wie zwei Forscher MNIST aus den Daten des NIST nachbauten und 50\u202f000 verlorene Testbilder wiederfanden.',
      en: 'How two researchers rebuilt MNIST from the data of NIST and found 50,000 lost test images again.',
    },
  },
  {
    title: 'NIST Special Database 19',
    author: 'NIST',
    kind: 'article',
    language: 'en',
    url: 'https://www.nist.gov/srd/nist-special-database-19',
    why: {
      de: 'Die Sammlung, aus der die Bilder stammen: die Formulare, auf denen sie geschrieben wurden.',
      en: 'The collection the images come from: the forms they were written on.',
    },
  },
]
