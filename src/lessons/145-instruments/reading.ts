import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Histogramm',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Histogramm',
    why: {
      de: 'Wie man ein Histogramm baut, und was die Zahl der Balken ausmacht.',
      en: 'How a histogram is built, and what the number of bars does to it.',
    },
  },
  {
    title: 'Neural Networks Part 3: Learning and Evaluation',
    author: 'CS231n, Stanford University',
    kind: 'article',
    language: 'en',
    url: 'https://cs231n.github.io/neural-networks-3/',
    why: {
      de: 'Was man beim Training im Auge behält: Verlust, Genauigkeit, Verteilungen, Filter, und woran man Fehler erkennt.',
      en: 'What to keep an eye on while a network learns: loss, accuracy, distributions, filters, and how faults show.',
    },
  },
  {
    title: 'Visualizing Dataflow Graphs of Deep Learning Models in TensorFlow',
    author: 'Wongsuphasawat et al. (2018)',
    kind: 'paper',
    language: 'en',
    url: 'https://doi.org/10.1109/TVCG.2017.2744878',
    why: {
      de: 'Wie aus Tausenden von Operationen ein Bild wird, das man lesen kann: der Graph von TensorBoard.',
      en: 'How thousands of operations become a picture that can be read: the graph of TensorBoard.',
    },
  },
]
