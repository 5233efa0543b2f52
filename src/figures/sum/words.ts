/** Words of the panel that shows how a number came about. Places count from 1. */

import { placeWords } from '../../sums/placeWords.ts'

const de = {
  ...placeWords.de,
  title: 'So entsteht diese Zahl',
  toText: 'Zurück zum Text',
  close: 'Schließen',
  way: 'Weg in die Tiefe',
  waiting: 'Die Zahlen kommen mit dem nächsten Bild.',
  step: (step: string) => `Schritt ${step}`,
  digits: {
    test: (index: string, label: string) => `Testbild ${index}, Label ${label}`,
    train: (index: string, label: string) => `Trainingsbild ${index}, Label ${label}`,
  },
  drawing: 'selbst gezeichnet',
  views: 'Was gezeigt wird',
  viewSum: 'Summe',
  viewTrace: 'Spur zu den Pixeln',
  rounding: (gap: string) => `Rundung: ${gap}.`,
  roundingCells: (gap: string) => `Rundung in den 25 Kästchen: ${gap}.`,
  roundingList: (gap: string) => `Rundung in der Liste: ${gap}.`,
  roundingSum: (gap: string) => `Rundung in der Summe: ${gap}.`,
  roundingShare: (gap: string) => `Rundung beim Teilen: ${gap}.`,

  about: {
    pixel:
      'Ein Pixel ist ein Byte des Bildes: 0 ist leer, 255 voller Strich. Geteilt durch 255 liegt es zwischen 0 und 1.',
    drawnPixel: 'Dieses Pixel kommt aus deiner Zeichnung. Es liegt zwischen 0 (leer) und 1 (voller Strich).',
    conv1:
      'Jedes der 25 Pixel im Fenster mal das Gewicht am selben Platz des Filters. Alles addiert, dazu der Bias.',
    conv2:
      'Derselbe Ort in allen 32 Karten: Jede Karte hat 25 eigene Gewichte und gibt einen Beitrag. Alle addiert, dazu der Bias.',
    pooling:
      'Von vier Nachbarn kommt nur der größte weiter. Bei Gleichstand gewinnt der erste in Leserichtung.',
    fc1: 'Jeder der 3\u202f136 Werte aus allen 64 Karten mal sein Gewicht. Alles addiert, dazu der Bias.',
    fc2: 'Jedes der 1\u202f024 Neuronen mal sein Gewicht für diese Ziffer. Alles addiert, dazu der Bias.',
    dropout: 'Dropout lässt ein Neuron weg (mal 0) oder behält es und verstärkt es zum Ausgleich.',
    softmax:
      'e hoch Logit macht aus jedem Logit eine positive Zahl. Ihr Anteil an der Summe aller zehn ist die Wahrscheinlichkeit.',
    parameter:
      'Diese Zahl hat niemand ausgerechnet: Sie ist gelernt. Am Anfang ist sie zufällig, jeder Schritt verändert sie ein wenig.',
    bias: 'Diese Zahl ist gelernt. Jeder Bias beginnt bei 0,1, und jeder Schritt verändert ihn ein wenig.',
  },

  byte: 'Byte im Bild',
  dividedBy: (divisor: string) => `geteilt durch ${divisor}`,
  pixelValue: 'Wert des Pixels',

  window: 'Fenster der Ziffer',
  windowOf: (map: string) => `Fenster in Karte ${map}`,
  weights: '× Gewichte',
  weightsName: 'Gewichte',
  products: '= Produkte',
  productsName: 'Produkte',
  gridName: (name: string) => `${name}, 5 × 5 Zahlen`,
  product: (input: string, weight: string, product: string) => `${input} × ${weight} = ${product}`,
  padding: 'Rand (0)',
  paddingCount: (count: string) => `Schraffiert: ${count} Nullen des Rands`,
  cellHint: 'Zeig auf ein Kästchen; ein Klick führt weiter.',
  sum25: '25 Produkte',
  bias: 'Bias',
  beforeRelu: 'vor ReLU',
  afterRelu: 'nach ReLU',
  reluStops: 'ReLU macht aus negativen Zahlen 0.',

  channels: 'Beiträge der 32 Karten',
  channelsName: 'Beiträge der 32 Karten, ein Balken je Karte',
  channelBar: (map: string, value: string) => `Karte ${map}: ${value}`,
  channelsHint: 'Ein Klick klappt eine Karte auf: Unten stehen ihre 25 Produkte.',
  strongestChannel: (map: string, value: string) => `Am meisten trägt Karte ${map} bei: ${value}`,
  channelsSum: '32 Karten',
  channelSum: 'diese Karte',
  allChannels: 'Alle 32 Beiträge als Zahlen, größte zuerst',

  candidates: 'Die vier Kandidaten',
  candidatesName: 'Die vier Kandidaten, der Gewinner umrandet',
  winner: (row: string, column: string) => `Gewinner: Zeile ${row}, Spalte ${column}`,
  tie: (count: string) => `${count} sind gleich groß; der erste gewinnt.`,
  candidateHint: 'Ein Klick auf einen Kandidaten zeigt, wie er entsteht.',
  largestOfFour: 'größter von vier',

  contributions: { fc1: 'Alle 3\u202f136 Beiträge: 64 Karten zu 7 × 7', fc2: 'Alle 1\u202f024 Beiträge' },
  contributionsNote: 'Blau zieht ab, Orange trägt bei. Ein Klick führt zum Wert.',
  contributionAt: (place: string, input: string, weight: string, product: string) =>
    `${place}: ${input} × ${weight} = ${product}`,
  strongest: (count: string) => `Die ${count} stärksten`,
  where: 'Wert',
  calculation: 'Wert × Gewicht',
  contribution: 'Beitrag',
  others: (count: string) => `${count} weitere`,
  logit: 'Logit',

  beforeDropout: 'Wert von fc1',
  factor: 'Faktor',
  afterDropout: 'nach Dropout',
  keep: (keep: string) => `Behaltewahrscheinlichkeit ${keep}. Wer bleibt, wird durch sie geteilt.`,

  digit: 'Ziffer',
  shifted: (largest: string) => `minus ${largest}`,
  exponential: 'e hoch das',
  exponentialSum: 'Summe',
  share: (one: string, sum: string) => `${one} geteilt durch ${sum}`,
  probability: 'Wahrscheinlichkeit',
  shiftNote:
    'Vorher wird der größte Logit von allen abgezogen. Das ändert keinen Anteil und hält die Zahlen klein.',

  atStart: 'bei Schritt 0',
  now: 'jetzt',
  change: 'gelernt',

  copy: 'Kopieren als',
  formats: { text: 'Text', numpy: 'NumPy', typescript: 'TypeScript' },
  copied: (format: string) => `Als ${format} kopiert.`,
  notCopied: 'Die Zwischenablage ist nicht zu erreichen. Hier ist der Text zum Markieren:',
}

export type SumWords = typeof de

const en: SumWords = {
  ...placeWords.en,
  title: 'How this number came about',
  toText: 'Back to the text',
  close: 'Close',
  way: 'The way down',
  waiting: 'The numbers come with the next picture.',
  step: (step) => `step ${step}`,
  digits: {
    test: (index, label) => `test image ${index}, label ${label}`,
    train: (index, label) => `training image ${index}, label ${label}`,
  },
  drawing: 'drawn by hand',
  views: 'What is shown',
  viewSum: 'Sum',
  viewTrace: 'Trace to the pixels',
  rounding: (gap) => `Rounding: ${gap}.`,
  roundingCells: (gap) => `Rounding in the 25 cells: ${gap}.`,
  roundingList: (gap) => `Rounding in the list: ${gap}.`,
  roundingSum: (gap) => `Rounding in the sum: ${gap}.`,
  roundingShare: (gap) => `Rounding in the division: ${gap}.`,

  about: {
    pixel:
      'A pixel is a byte of the image: 0 is empty, 255 full stroke. Divided by 255 it lies between 0 and 1.',
    drawnPixel: 'This pixel comes from your drawing. It lies between 0 (empty) and 1 (full stroke).',
    conv1:
      'Each of the 25 pixels in the window times the weight at the same place of the filter. All added, plus the bias.',
    conv2:
      'The same place in all 32 maps: each map has 25 weights of its own and gives one contribution. All added, plus the bias.',
    pooling: 'Of four neighbours only the largest goes on. In a tie the first in reading order wins.',
    fc1: 'Each of the 3,136 values of all 64 maps times its weight. All added, plus the bias.',
    fc2: 'Each of the 1,024 neurons times its weight for this digit. All added, plus the bias.',
    dropout: 'Dropout leaves a neuron out (times 0), or keeps it and makes it stronger to balance that.',
    softmax:
      'e to the logit turns every logit into a positive number. Its share in the sum of all ten is the probability.',
    parameter:
      'Nobody worked this number out: it is learned. It is random at first, and every step changes it a little.',
    bias: 'This number is learned. Every bias begins at 0.1, and every step changes it a little.',
  },

  byte: 'byte in the image',
  dividedBy: (divisor) => `divided by ${divisor}`,
  pixelValue: 'value of the pixel',

  window: 'Window of the digit',
  windowOf: (map) => `Window in map ${map}`,
  weights: '× weights',
  weightsName: 'Weights',
  products: '= products',
  productsName: 'Products',
  gridName: (name) => `${name}, 5 × 5 numbers`,
  product: (input, weight, product) => `${input} × ${weight} = ${product}`,
  padding: 'padding (0)',
  paddingCount: (count) => `Hatched: ${count} zeros of the padding`,
  cellHint: 'Point at a cell; a click leads on.',
  sum25: '25 products',
  bias: 'bias',
  beforeRelu: 'before ReLU',
  afterRelu: 'after ReLU',
  reluStops: 'ReLU turns negative numbers into 0.',

  channels: 'Contributions of the 32 maps',
  channelsName: 'Contributions of the 32 maps, one bar each',
  channelBar: (map, value) => `map ${map}: ${value}`,
  channelsHint: 'A click unfolds a map: its 25 products stand below.',
  strongestChannel: (map, value) => `map ${map} contributes most: ${value}`,
  channelsSum: '32 maps',
  channelSum: 'this map',
  allChannels: 'All 32 contributions as numbers, largest first',

  candidates: 'The four candidates',
  candidatesName: 'The four candidates, the winner outlined',
  winner: (row, column) => `winner: row ${row}, column ${column}`,
  tie: (count) => `${count} are equal; the first wins.`,
  candidateHint: 'A click on a candidate shows how it came about.',
  largestOfFour: 'largest of four',

  contributions: { fc1: 'All 3,136 contributions: 64 maps of 7 × 7', fc2: 'All 1,024 contributions' },
  contributionsNote: 'Blue takes away, orange adds. A click leads to the value.',
  contributionAt: (place, input, weight, product) => `${place}: ${input} × ${weight} = ${product}`,
  strongest: (count) => `The ${count} strongest`,
  where: 'value',
  calculation: 'value × weight',
  contribution: 'contribution',
  others: (count) => `${count} others`,
  logit: 'logit',

  beforeDropout: 'value of fc1',
  factor: 'factor',
  afterDropout: 'after dropout',
  keep: (keep) => `Keep probability ${keep}. What stays is divided by it.`,

  digit: 'digit',
  shifted: (largest) => `minus ${largest}`,
  exponential: 'e to that',
  exponentialSum: 'sum',
  share: (one, sum) => `${one} divided by ${sum}`,
  probability: 'probability',
  shiftNote:
    'Before that, the largest logit is taken from all. This changes no share and keeps the numbers small.',

  atStart: 'at step 0',
  now: 'now',
  change: 'learned',

  copy: 'Copy as',
  formats: { text: 'text', numpy: 'NumPy', typescript: 'TypeScript' },
  copied: (format) => `Copied as ${format}.`,
  notCopied: 'The clipboard is out of reach. Here is the text, to select:',
}

export const sumWords = { de, en }
