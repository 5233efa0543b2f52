import type { DataSource } from '../../protocol/messages.ts'

const de = {
  sources: {
    mnist: 'MNIST',
    files: 'eigene Dateien',
    'built-in': 'eingebaute Ziffern',
  } satisfies Record<DataSource, string>,
  inUse: (source: string, all: string) => `Datensatz: ${source}, ${all} Bilder`,
  loading: 'Die Daten werden geladen …',
  classes: 'Ziffern zeigen',
  all: 'alle',
  split: 'Zeigen:',
  splits: { train: 'Trainingsdaten', test: 'Testdaten' },
  parts: { train: 'Training', validation: 'Validierung', test: 'Test' },
  count: 'Anzahl',
  oneHot: (label: number) => `Label ${label} als One-hot`,
  oneHotOf: (label: number, cells: string) => `Label ${label} der beobachteten Ziffer als One-hot: ${cells}`,
  noLabel: 'Eine gezeichnete Ziffer hat kein Label.',
  digit: (digit: string, train: string, test: string) =>
    `${digit}: ${train} in den Trainingsdaten, ${test} in den Testdaten`,
  range: (first: string, last: string, all: string) => `${first}–${last} von ${all}`,
  none: 'keine',
  previous: 'Zurück',
  next: 'Weiter',
  wall: 'Wand von Ziffern mit ihren Labels',
  shows: (range: string) => `${range}. Pfeiltasten wählen eine Ziffer, Enter macht sie zur beobachteten.`,
  testDigit: (index: string, label: string) => `Testbild ${index}, Label ${label}`,
  trainDigit: (index: string, label: string) => `Trainingsbild ${index}, Label ${label}`,
  testHint: 'Klick auf eine Ziffer: Dann läuft sie durch das Netz.',
  trainHint: 'Aus diesen Bildern lernt das Netz. Ein Klick schickt eines hindurch.',
}
export type DigitsWords = typeof de

const en: DigitsWords = {
  sources: { mnist: 'MNIST', files: 'your files', 'built-in': 'built-in digits' },
  inUse: (source, all) => `Data set: ${source}, ${all} images`,
  loading: 'The data is being loaded …',
  classes: 'Show digits',
  all: 'all',
  split: 'Show:',
  splits: { train: 'training set', test: 'test set' },
  parts: { train: 'Training', validation: 'Validation', test: 'Test' },
  count: 'Count',
  oneHot: (label) => `Label ${label}, one-hot`,
  oneHotOf: (label, cells) => `Label ${label} of the watched digit, one-hot: ${cells}`,
  noLabel: 'A drawn digit has no label.',
  digit: (digit, train, test) => `${digit}: ${train} in the training set, ${test} in the test set`,
  range: (first, last, all) => `${first}–${last} of ${all}`,
  none: 'none',
  previous: 'Back',
  next: 'Next',
  wall: 'Wall of digits with their labels',
  shows: (range) => `${range}. Arrow keys choose a digit, Enter makes it the watched one.`,
  testDigit: (index, label) => `Test image ${index}, label ${label}`,
  trainDigit: (index, label) => `Training image ${index}, label ${label}`,
  testHint: 'Click on a digit: it then goes through the network.',
  trainHint: 'The network learns from these images. A click sends one through it.',
}

export const digitsWords = { de, en }
