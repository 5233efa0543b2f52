import type { DataSource } from '../../protocol/messages.ts'

const de = {
  sources: {
    mnist: 'MNIST',
    files: 'eigene Dateien',
    'built-in': 'eingebaute Ziffern',
  } satisfies Record<DataSource, string>,
  inUse: (source: string) => `Datensatz: ${source}`,
  loading: 'Die Daten werden geladen …',
  classes: 'Ziffern zeigen',
  all: 'alle',
  split: 'aus den',
  splits: { test: 'Testdaten', train: 'Trainingsdaten' },
  digit: (digit: string, train: string, test: string) =>
    `${digit}: ${train} in den Trainingsdaten, ${test} in den Testdaten`,
  range: (first: string, last: string, all: string) => `${first} bis ${last} von ${all}`,
  none: 'keine',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  wall: 'Wand von Ziffern mit ihren Labels',
  shows: (range: string) => `${range}. Pfeiltasten wählen eine Ziffer, Enter macht sie zur beobachteten.`,
  testDigit: (index: string, label: string) => `Testbild ${index}, Label ${label}`,
  trainDigit: (index: string, label: string) => `Trainingsbild ${index}, Label ${label}`,
  testHint: 'Klick auf eine Ziffer: Dann läuft sie durch das Netz.',
  trainHint: 'Aus diesen Bildern lernt das Netz. Beobachten kannst du nur Testbilder.',
}
export type DigitsWords = typeof de

const en: DigitsWords = {
  sources: { mnist: 'MNIST', files: 'your files', 'built-in': 'built-in digits' },
  inUse: (source) => `Data set: ${source}`,
  loading: 'The data is being loaded …',
  classes: 'Show digits',
  all: 'all',
  split: 'from the',
  splits: { test: 'test set', train: 'training set' },
  digit: (digit, train, test) => `${digit}: ${train} in the training set, ${test} in the test set`,
  range: (first, last, all) => `${first} to ${last} of ${all}`,
  none: 'none',
  previous: 'Previous page',
  next: 'Next page',
  wall: 'Wall of digits with their labels',
  shows: (range) => `${range}. Arrow keys choose a digit, Enter makes it the watched one.`,
  testDigit: (index, label) => `Test image ${index}, label ${label}`,
  trainDigit: (index, label) => `Training image ${index}, label ${label}`,
  testHint: 'Click on a digit: it then goes through the network.',
  trainHint: 'The network learns from these images. Only test images can be watched.',
}

export const digitsWords = { de, en }
