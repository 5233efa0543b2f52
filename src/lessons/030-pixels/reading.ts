import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Rastergrafik',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Rastergrafik',
    why: {
      de: 'Bilder aus Pixeln überall sonst: Farbe, Auflösung, Dateiformate.',
      en: 'Images made of pixels everywhere else: colour, resolution, file formats.',
    },
  },
  {
    title: 'Row- and column-major order',
    author: 'Wikipedia',
    kind: 'article',
    language: 'en',
    url: 'https://en.wikipedia.org/wiki/Row-_and_column-major_order',
    why: {
      de: 'Zeile hinter Zeile oder Spalte hinter Spalte: wie ein Tensor im Speicher liegt, und warum das die Geschwindigkeit ändert.',
      en: 'Row after row or column after column: how a tensor lies in memory, and why that changes the speed.',
    },
  },
  {
    title: 'NumPy: the absolute basics for beginners',
    author: 'NumPy',
    kind: 'article',
    language: 'en',
    url: 'https://numpy.org/doc/stable/user/absolute_beginners.html',
    why: {
      de: 'Zahlenblöcke mit einer Form, zum Selberrechnen in Python.',
      en: 'Blocks of numbers with a shape, to compute with in Python.',
    },
  },
]
