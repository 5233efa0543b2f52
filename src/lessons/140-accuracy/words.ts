type FlipTexts = Readonly<Record<'step' | 'compared' | 'right' | 'wrong' | 'other', string>>

const de = {
  notYet: 'Noch nichts gemessen',
  howToBegin:
    'Starte unten das Training: Dann wird alle 100 Schritte gemessen. Oder lass das Netz jetzt gleich alle Testbilder lesen, auch untrainiert. Etwa jedes zehnte wird es richtig raten.',
  evaluate: (count: string) => `Alle ${count} prüfen`,
  evaluating: (done: string, total: string) => `${done} von ${total} geprüft`,
  stop: 'Abbrechen',
  noData: 'Noch keine Daten geladen.',
  headline: (accuracy: string) => `Testgenauigkeit ${accuracy}`,
  finalHeadline: (accuracy: string) => `Endgültige Testgenauigkeit ${accuracy}`,
  counted: (correct: string, n: string, step: string) =>
    `${correct} von ${n} Testbildern richtig bei Schritt ${step}.`,
  interval: (low: string, high: string) => `95-%-Intervall: ${low} bis ${high}.`,
  view: 'Ansicht:',
  views: {
    curves: 'Verlauf',
    confusions: 'Verwechslungen',
    mistakes: 'Fehler',
    flips: 'Wechsel',
    classes: 'Ziffern',
    layers: 'Schichten',
  },

  curves: 'Genauigkeit nach jedem Schritt',
  range: 'Achse:',
  ranges: { whole: '0 bis 100 %', top: '90 bis 100 %' },
  test: 'Testdaten mit 95-%-Intervall',
  smooth: (steps: string) => `Batches, über etwa ${steps} gemittelt`,
  train: 'letzter Batch ohne Dropout',
  curvesNow: (test: string, step: string) => `Zuletzt ${test} auf Testdaten bei Schritt ${step}.`,
  atStep: (step: string) => `Schritt ${step}`,
  pointTest: (accuracy: string, low: string, high: string) => `Test ${accuracy} (${low} bis ${high})`,
  pointBatch: (accuracy: string, smooth: string) => `Batch ${accuracy}, gemittelt ${smooth}`,
  pointTrain: (accuracy: string) => `ohne Dropout ${accuracy}`,
  curvesHint: 'Zeig auf einen Schritt, um seine Werte zu lesen.',
  meaning: 'Was 0,1 % bedeutet',
  meaningText: (images: string, n: string, width: string, chance: string) =>
    `0,1 Prozentpunkte sind ${images} von ${n} Bildern. Das Intervall ist ${width} Prozentpunkte breit. Zwei gleich gute Netze, jedes an ${n} eigenen Bildern geprüft, liegen in ${chance} der Fälle mindestens so weit auseinander: durch Zufall.`,

  matrix: 'Konfusionsmatrix',
  matrixHint: 'Je stärker hinterlegt, desto mehr Fehler. Klick ein Feld an.',
  label: 'Label',
  answer: 'Antwort des Netzes',
  cellName: (label: string, answer: string, count: string) => `Label ${label}, Antwort ${answer}: ${count}`,
  cellRight: (label: string, count: string) => `${label} als ${label} gelesen: ${count}`,
  cellWrong: (label: string, answer: string, count: string) => `${label} als ${answer} gelesen: ${count}`,
  sorted: { right: 'Zuerst die unsichersten.', wrong: 'Zuerst die sichersten.' },
  emptyCell: 'Kein Bild in diesem Feld.',
  listsGone: 'Welche Bilder es waren, ist von dieser Messung nicht mehr da.',
  page: (from: string, to: string, all: string) => `${from} bis ${to} von ${all}`,
  previous: 'Vorige',
  next: 'Nächste',

  mistakes: (count: string) => `${count} Fehler, die sichersten zuerst`,
  mistake: (label: string, answer: string) => `${label} als ${answer}`,
  mistakeName: (index: string, label: string, answer: string, probability: string) =>
    `Testbild ${index} beobachten: Label ${label}, Antwort ${answer} mit ${probability}`,
  noMistakes: 'Kein einziger Fehler.',
  otherDigits:
    'Gemessen wurde an anderen Ziffern als denen, die gerade geladen sind: Ihre Bilder sind nicht hier.',
  picked: (index: string) => `Testbild ${index}`,
  pickedSays: (label: string, answer: string, probability: string) =>
    `Label ${label}, Antwort ${answer} mit ${probability}.`,
  pickedWithLabel: (label: string, ofLabel: string, answer: string, probability: string) =>
    `Label ${label} (${ofLabel}), Antwort ${answer} mit ${probability}.`,
  best: 'Die wahrscheinlichsten Ziffern',
  watchIt: 'Klick das Bild an: Dann siehst du, was für seine Antwort sprach.',
  lead: (answer: string, label: string) => `Was für die ${answer} statt der ${label} spricht`,
  leadCell: (row: string, column: string, value: string) => `Zeile ${row}, Spalte ${column}: ${value}`,
  leadHint: (answer: string, label: string) => `Orange spricht für die ${answer}, Blau für die ${label}.`,
  leadNow: (step: string, first: string, second: string, lead: string) =>
    `Schritt ${step}: Die ${first} liegt ${lead} vor der ${second}.`,
  waiting: 'Wird berechnet.',

  flipsNot: 'Hier steht nach der zweiten Messung, was sich seit der ersten geändert hat.',
  flips: (all: FlipTexts) =>
    `Seit Schritt ${all.step}, auf ${all.compared} Bildern: ${all.right} richtig geworden, ${all.wrong} falsch, ${all.other} anders falsch.`,
  flipsCommon: (before: string, now: string) =>
    `(Geprüft wurden erst ${before}, dann ${now} Bilder; verglichen sind die gemeinsamen.)`,
  becameRight: (count: string) => `Richtig geworden: ${count}`,
  becameWrong: (count: string) => `Falsch geworden: ${count}`,
  lessThan: (share: string) => `weniger als ${share}`,
  net: (chance: string) =>
    `Wäre jeder Wechsel zwischen richtig und falsch ein Münzwurf, ginge es in ${chance} der Fälle mindestens so ungleich aus.`,
  flipRight: (label: string, before: string) => `${label}, war ${before}`,
  flipWrong: (label: string, answer: string) => `${label}, nun ${answer}`,
  flipName: (index: string, label: string, before: string, now: string) =>
    `Testbild ${index} beobachten: Label ${label}, vorher ${before}, jetzt ${now}`,
  noFlips: 'Keines.',

  classes: 'Genauigkeit je Ziffer',
  bars: 'Dasselbe als Balken',
  images: 'Bilder',
  right: 'Richtig',
  share: 'Anteil',
  intervalName: '95-%-Intervall',
  range2: (low: string, high: string) => `${low} bis ${high}`,
  rightInPercent: 'richtig in %',
  barValue: (label: string, accuracy: string) => `${label}: ${accuracy}`,
  none: '–',

  layers: 'Die Schichten dieses Netzes',
  layer: 'Schicht',
  output: 'Ausgabe',
  parameters: 'Parameter',
  parameterShare: 'Anteil',
  multiplyAdds: 'Multiplikationen',
  total: 'zusammen',
  layersNote: (parameters: string, work: string) =>
    `fc1 hat ${parameters} der Parameter, conv2 macht ${work} der Arbeit für ein Bild.`,

  testDigits: 'Einige Testbilder: Das Training sieht sie nie',
  testDigit: (label: string) => `Label ${label}`,
  testDigitName: (index: string, label: string) => `Testbild ${index} beobachten: Label ${label}`,
}
export type AccuracyWords = typeof de

const en: AccuracyWords = {
  notYet: 'Nothing measured yet',
  howToBegin:
    'Start the training below: the network is then tested after every 100 steps. Or let the network read all test images right now, even untrained. It will get about one in ten right, by guessing.',
  evaluate: (count) => `Check all ${count}`,
  evaluating: (done, total) => `${done} of ${total} checked`,
  stop: 'Stop',
  noData: 'No data loaded yet.',
  headline: (accuracy) => `Test accuracy ${accuracy}`,
  finalHeadline: (accuracy) => `Final test accuracy ${accuracy}`,
  counted: (correct, n, step) => `${correct} of ${n} test images right at step ${step}.`,
  interval: (low, high) => `95% interval: ${low} to ${high}.`,
  view: 'View:',
  views: {
    curves: 'curves',
    confusions: 'mix-ups',
    mistakes: 'mistakes',
    flips: 'changes',
    classes: 'digits',
    layers: 'layers',
  },

  curves: 'Accuracy after each step',
  range: 'Axis:',
  ranges: { whole: '0 to 100%', top: '90 to 100%' },
  test: 'test data with 95% interval',
  smooth: (steps) => `batches, averaged over about ${steps}`,
  train: 'last batch without dropout',
  curvesNow: (test, step) => `Last ${test} on test data at step ${step}.`,
  atStep: (step) => `Step ${step}`,
  pointTest: (accuracy, low, high) => `test ${accuracy} (${low} to ${high})`,
  pointBatch: (accuracy, smooth) => `batch ${accuracy}, averaged ${smooth}`,
  pointTrain: (accuracy) => `without dropout ${accuracy}`,
  curvesHint: 'Point at a step to read its values.',
  meaning: 'What 0.1% means',
  meaningText: (images, n, width, chance) =>
    `0.1 percentage points are ${images} of ${n} images. The interval is ${width} points wide. Two equally good networks, each tested on ${n} images of its own, differ by at least as much in ${chance} of cases: by chance.`,

  matrix: 'Confusion matrix',
  matrixHint: 'The stronger the shade, the more mistakes. Click a cell.',
  label: 'Label',
  answer: 'The network’s answer',
  cellName: (label, answer, count) => `label ${label}, answer ${answer}: ${count}`,
  cellRight: (label, count) => `${label} read as ${label}: ${count}`,
  cellWrong: (label, answer, count) => `${label} read as ${answer}: ${count}`,
  sorted: { right: 'The least sure first.', wrong: 'The surest first.' },
  emptyCell: 'No image in this cell.',
  listsGone: 'Which images they were is not known of this measurement any more.',
  page: (from, to, all) => `${from} to ${to} of ${all}`,
  previous: 'Previous',
  next: 'Next',

  mistakes: (count) => `${count} mistakes, the surest first`,
  mistake: (label, answer) => `${label} as ${answer}`,
  mistakeName: (index, label, answer, probability) =>
    `Watch test image ${index}: label ${label}, answer ${answer} with ${probability}`,
  noMistakes: 'Not a single mistake.',
  otherDigits:
    'This was measured on other digits than those that are loaded now: their pictures are not here.',
  picked: (index) => `Test image ${index}`,
  pickedSays: (label, answer, probability) => `Label ${label}, answer ${answer} with ${probability}.`,
  pickedWithLabel: (label, ofLabel, answer, probability) =>
    `Label ${label} (${ofLabel}), answer ${answer} with ${probability}.`,
  best: 'The most probable digits',
  watchIt: 'Click the image to see what spoke for its answer.',
  lead: (answer, label) => `What speaks for the ${answer} rather than the ${label}`,
  leadCell: (row, column, value) => `row ${row}, column ${column}: ${value}`,
  leadHint: (answer, label) => `Orange speaks for the ${answer}, blue for the ${label}.`,
  leadNow: (step, first, second, lead) => `Step ${step}: the ${first} is ${lead} ahead of the ${second}.`,
  waiting: 'Being computed.',

  flipsNot: 'After the second measurement, this shows what has changed since the first.',
  flips: (all) =>
    `Since step ${all.step}, on ${all.compared} images: ${all.right} became right, ${all.wrong} wrong, ${all.other} are wrong in another way.`,
  flipsCommon: (before, now) =>
    `(First ${before}, then ${now} images were checked; those in common are compared.)`,
  becameRight: (count) => `Became right: ${count}`,
  becameWrong: (count) => `Became wrong: ${count}`,
  lessThan: (share) => `less than ${share}`,
  net: (chance) =>
    `If each change between right and wrong were the toss of a coin, it would come out at least as uneven in ${chance} of cases.`,
  flipRight: (label, before) => `${label}, was ${before}`,
  flipWrong: (label, answer) => `${label}, now ${answer}`,
  flipName: (index, label, before, now) =>
    `Watch test image ${index}: label ${label}, before ${before}, now ${now}`,
  noFlips: 'None.',

  classes: 'Accuracy per digit',
  bars: 'The same as bars',
  images: 'Images',
  right: 'Right',
  share: 'Share',
  intervalName: '95% interval',
  range2: (low, high) => `${low} to ${high}`,
  rightInPercent: 'right, in %',
  barValue: (label, accuracy) => `${label}: ${accuracy}`,
  none: '–',

  layers: 'The layers of this network',
  layer: 'Layer',
  output: 'Output',
  parameters: 'Parameters',
  parameterShare: 'Share',
  multiplyAdds: 'Multiplications',
  total: 'in all',
  layersNote: (parameters, work) =>
    `fc1 has ${parameters} of the parameters, conv2 does ${work} of the work for one image.`,

  testDigits: 'Some test images: training never sees them',
  testDigit: (label) => `label ${label}`,
  testDigitName: (index, label) => `Watch test image ${index}: label ${label}`,
}

export const accuracyWords = { de, en }
