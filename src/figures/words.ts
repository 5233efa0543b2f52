/** Words that pictures of every lesson share. Rows, columns, maps and neurons count from 1, as people do. */
import type { TapName } from '../network/spec.ts'

type Cell = { readonly map: number; readonly row: number; readonly column: number }

const de = {
  scaleScope: 'Farbskala für',
  scopes: { map: 'diese Karte', layer: 'diese Schicht', network: 'ganzes Netz' },
  eachMap: 'jede Karte mit eigener Skala',
  signedLegend: 'Farbskala: Blau ist negativ, Orange positiv, neutral genau null',
  unsignedLegend: 'Farbskala: vom Hintergrund (null) bis zur Tinte (größter Wert)',
  ownMaximum: (number: string) => `±${number}`,
  waiting: 'noch keine Werte',
  atStep: (step: string) => `Schritt ${step}`,
  largest: (value: string, map: string) => `größter Wert ${value} in Karte ${map}`,
  deadMaps: (count: string, total: string) => `${count} von ${total} Karten ganz null`,
  hintMaps: 'Zeig auf eine Karte: Hier steht dann der genaue Wert.',
  hintImage: 'Zeig auf ein Pixel: Hier steht dann der genaue Wert.',
  hintNeurons: 'Zeig auf ein Neuron: Hier steht dann sein genauer Wert.',
  pixel: ({ row, column }: Cell, value: string) => `Zeile ${row + 1}, Spalte ${column + 1}: ${value}`,
  mapCell: ({ map, row, column }: Cell, value: string) =>
    `Karte ${map + 1}, Zeile ${row + 1}, Spalte ${column + 1}: ${value}`,
  filterCell: ({ map, row, column }: Cell, value: string) =>
    `Filter ${map + 1}, Zeile ${row + 1}, Spalte ${column + 1}: ${value}`,
  neuron: (index: number, value: string) => `Neuron ${index + 1}: ${value}`,
  digitName: (digit: number) => `Ziffer ${digit}`,
  answer: (digit: number, probability: string) => `Antwort ${digit} mit ${probability}`,
  taps: {
    input: 'Eingabe',
    'conv1/weights': 'Filter der ersten Faltung',
    'conv1/bias': 'Bias der ersten Faltung',
    'conv1/pre': 'Faltungsergebnis 1 vor ReLU',
    conv1: 'Faltungsergebnis 1 nach ReLU',
    pool1: 'Karten nach dem ersten Max-Pooling',
    'conv2/weights': 'Filter der zweiten Faltung',
    'conv2/bias': 'Bias der zweiten Faltung',
    'conv2/pre': 'Faltungsergebnis 2 vor ReLU',
    conv2: 'Faltungsergebnis 2 nach ReLU',
    pool2: 'Karten nach dem zweiten Max-Pooling',
    'fc1/weights': 'Gewichte der ersten vollständig verbundenen Schicht',
    'fc1/bias': 'Bias der ersten vollständig verbundenen Schicht',
    'fc1/pre': 'Erste vollständig verbundene Schicht vor ReLU',
    fc1: 'Erste vollständig verbundene Schicht',
    dropout: 'Nach dem Dropout',
    'fc2/weights': 'Gewichte der zweiten vollständig verbundenen Schicht',
    'fc2/bias': 'Bias der zweiten vollständig verbundenen Schicht',
    fc2: 'Logits',
    softmax: 'Wahrscheinlichkeiten',
  } satisfies Record<TapName, string>,
}

export type FigureWords = typeof de

const en: FigureWords = {
  scaleScope: 'Colour scale for',
  scopes: { map: 'this map', layer: 'this layer', network: 'whole network' },
  eachMap: 'each map on a scale of its own',
  signedLegend: 'Colour scale: blue is negative, orange positive, neutral exactly zero',
  unsignedLegend: 'Colour scale: from background (zero) to ink (largest value)',
  ownMaximum: (number) => `±${number}`,
  waiting: 'no values yet',
  atStep: (step) => `step ${step}`,
  largest: (value, map) => `largest value ${value} in map ${map}`,
  deadMaps: (count, total) => `${count} of ${total} maps all zero`,
  hintMaps: 'Point at a map: its exact value appears here.',
  hintImage: 'Point at a pixel: its exact value appears here.',
  hintNeurons: 'Point at a neuron: its exact value appears here.',
  pixel: ({ row, column }, value) => `row ${row + 1}, column ${column + 1}: ${value}`,
  mapCell: ({ map, row, column }, value) => `map ${map + 1}, row ${row + 1}, column ${column + 1}: ${value}`,
  filterCell: ({ map, row, column }, value) =>
    `filter ${map + 1}, row ${row + 1}, column ${column + 1}: ${value}`,
  neuron: (index, value) => `neuron ${index + 1}: ${value}`,
  digitName: (digit) => `digit ${digit}`,
  answer: (digit, probability) => `answer ${digit} with ${probability}`,
  taps: {
    input: 'Input',
    'conv1/weights': 'Filters of the first convolution',
    'conv1/bias': 'Biases of the first convolution',
    'conv1/pre': 'Convolved maps 1 before ReLU',
    conv1: 'Convolved maps 1 after ReLU',
    pool1: 'Maps after the first max pooling',
    'conv2/weights': 'Filters of the second convolution',
    'conv2/bias': 'Biases of the second convolution',
    'conv2/pre': 'Convolved maps 2 before ReLU',
    conv2: 'Convolved maps 2 after ReLU',
    pool2: 'Maps after the second max pooling',
    'fc1/weights': 'Weights of the first fully connected layer',
    'fc1/bias': 'Biases of the first fully connected layer',
    'fc1/pre': 'First fully connected layer before ReLU',
    fc1: 'First fully connected layer',
    dropout: 'After dropout',
    'fc2/weights': 'Weights of the second fully connected layer',
    'fc2/bias': 'Biases of the second fully connected layer',
    fc2: 'Logits',
    softmax: 'Probabilities',
  },
}

export const figureWords = { de, en }
