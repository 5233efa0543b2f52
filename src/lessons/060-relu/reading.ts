import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'But what is a neural network?',
    author: '3Blue1Brown',
    kind: 'video',
    language: 'en',
    url: 'https://www.youtube.com/watch?v=aircAruvnKk',
    why: {
      de: 'Ein Netz für dieselben Ziffern, gezeichnet; am Ende, warum ReLU die ältere Sigmoid-Kurve abgelöst hat.',
      en: 'A network for the same digits, drawn; at the end, why ReLU took over from the older sigmoid curve.',
    },
  },
  {
    title: 'Rectifier (neuronale Netzwerke)',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/Rectifier_(neuronale_Netzwerke)',
    why: {
      de: 'Woher ReLU kommt, und welche Verwandten es hat, die Negatives nicht ganz löschen.',
      en: 'Where ReLU comes from, and which relatives it has that do not delete all that is negative.',
    },
  },
  {
    title: 'Deep Sparse Rectifier Neural Networks',
    author: 'Glorot, Bordes, Bengio (2011)',
    kind: 'paper',
    language: 'en',
    url: 'https://proceedings.mlr.press/v15/glorot11a.html',
    why: {
      de: 'Die Arbeit, die zeigte, dass tiefe Netze mit ReLU gut lernen, und dass die vielen Nullen dabei helfen.',
      en: 'The paper that showed that deep networks learn well with ReLU, and that the many zeros help.',
    },
  },
]
