import type { Reading } from '../reading.ts'

export const reading: readonly Reading[] = [
  {
    title: 'Interactive Node-Link Visualization of Convolutional Neural Networks',
    author: 'Adam Harley (2015)',
    kind: 'article',
    language: 'en',
    url: 'https://adamharley.com/nn_vis/',
    why: {
      de: 'Ein ähnliches Netz in drei Dimensionen, zum Zeichnen und Drehen: Hier sieht man jede Verbindung.',
      en: 'A similar network in three dimensions, to draw on and to turn: here one sees every connection.',
    },
  },
  {
    title: 'Künstliches Neuron',
    author: 'Wikipedia',
    kind: 'article',
    language: 'de',
    url: 'https://de.wikipedia.org/wiki/K%C3%BCnstliches_Neuron',
    why: {
      de: 'Was ein Neuron für sich allein schon kann und was es mit Nervenzellen zu tun hat.',
      en: 'What one neuron can do all by itself, and what it has to do with nerve cells.',
    },
  },
  {
    title: 'Network In Network',
    author: 'Lin, Chen, Yan (2013)',
    kind: 'paper',
    language: 'en',
    url: 'https://arxiv.org/abs/1312.4400',
    why: {
      de: 'Es geht auch ohne die vielen Gewichte: Die Autoren ersetzen die großen vollständig verbundenen Schichten durch einen Mittelwert je Karte.',
      en: 'It also works without the many weights: the authors replace the large fully connected layers with one average for each map.',
    },
  },
]
