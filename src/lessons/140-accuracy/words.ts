const de = {
  notYet: 'Noch nichts gemessen',
  howToBegin:
    'Starte unten das Training: Dann wird nach jeweils 100 Schritten gemessen. Oder lass das Netz jetzt gleich alle Testbilder lesen, auch untrainiert. Es wird ungefähr jedes zehnte richtig raten.',
  evaluate: (count: string) => `Alle ${count} Testbilder jetzt prüfen`,
  evaluating: (done: string, total: string) => `Prüft … ${done} von ${total}`,
  noData: 'Noch keine Daten geladen.',
  headline: (accuracy: string, correct: string, n: string) => `${accuracy} richtig: ${correct} von ${n}`,
  details: (step: string, low: string, high: string) => `Schritt ${step}. 95-%-Intervall: ${low} bis ${high}`,
  curves: 'Genauigkeit im Lauf',
  curvesNow: (test: string, step: string) => `Zuletzt ${test} auf Testdaten bei Schritt ${step}.`,
  step: 'Schritt',
  accuracy: 'Genauigkeit',
  test: 'Testdaten',
  train: 'Batch aus 50 Trainingsbildern',
  matrix: 'Konfusionsmatrix',
  label: 'Label',
  answer: 'Antwort des Netzes',
  right: 'richtig',
  none: '–',
  legend: (largest: string) => `Je stärker hinterlegt, desto mehr Fehler (bis ${largest}).`,
  mistakes: 'Die überzeugtesten Fehler: Klick beobachtet die Ziffer',
  mistake: (label: string, answer: string) => `${label} → ${answer}`,
  mistakeName: (index: string, label: string, answer: string, probability: string) =>
    `Testbild ${index} beobachten: Label ${label}, Antwort ${answer} mit ${probability}`,
  testDigits: 'Einige Testbilder: Das Training sieht sie nie',
  testDigit: (label: string) => `Label ${label}`,
  testDigitName: (index: string, label: string) => `Testbild ${index} beobachten: Label ${label}`,
  noMistakes: 'Kein einziger Fehler.',
}
export type AccuracyWords = typeof de

const en: AccuracyWords = {
  notYet: 'Nothing measured yet',
  howToBegin:
    'Start the training below: then it is measured after every 100 steps. Or let the network read all test images right now, even untrained. It will guess about one in ten.',
  evaluate: (count) => `Check all ${count} test images now`,
  evaluating: (done, total) => `Checking … ${done} of ${total}`,
  noData: 'No data loaded yet.',
  headline: (accuracy, correct, n) => `${accuracy} right: ${correct} of ${n}`,
  details: (step, low, high) => `Step ${step}. 95% interval: ${low} to ${high}`,
  curves: 'Accuracy over the run',
  curvesNow: (test, step) => `Last ${test} on test data at step ${step}.`,
  step: 'Step',
  accuracy: 'Accuracy',
  test: 'test data',
  train: 'batch of 50 training images',
  matrix: 'Confusion matrix',
  label: 'Label',
  answer: 'The network’s answer',
  right: 'right',
  none: '–',
  legend: (largest) => `The stronger the shade, the more mistakes (up to ${largest}).`,
  mistakes: 'The most convinced mistakes: a click watches the digit',
  mistake: (label, answer) => `${label} → ${answer}`,
  mistakeName: (index, label, answer, probability) =>
    `Watch test image ${index}: label ${label}, answer ${answer} with ${probability}`,
  testDigits: 'Some test images: training never sees them',
  testDigit: (label) => `label ${label}`,
  testDigitName: (index, label) => `Watch test image ${index}: label ${label}`,
  noMistakes: 'Not a single mistake.',
}

export const accuracyWords = { de, en }
