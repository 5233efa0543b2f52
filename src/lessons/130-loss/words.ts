type BatchNumbers = Readonly<Record<'step' | 'sum' | 'count' | 'mean' | 'right', string>>

const de = {
  curve: 'Verlust eines Bildes: −ln p',
  probability: 'p, Wahrscheinlichkeit der richtigen Ziffer',
  loss: 'Verlust',
  nothing: 'noch keine Werte',
  noLabel: 'Eine gezeichnete Ziffer hat kein Label, also auch keinen Verlust. Wähle ein Testbild.',
  term: (label: string, probability: string, loss: string) =>
    `Label ${label}: p ${probability}, −ln p = ${loss}`,
  is: (value: string) => `= ${value}`,
  below: (value: string) => `< ${value}`,
  lag: (answer: string, largest: string, label: string, own: string) =>
    `Logit der ${answer} minus das der ${label}: ${largest} − ${own}`,
  noLag: (label: string) => `Das Logit der ${label} ist das größte`,
  logSum: (sum: string) => `ln ${sum}`,
  minusLogP: '−ln p',
  rounding: (gap: string) => `Rundung ${gap}`,
  logSumHint: (sum: string) =>
    `${sum} ist die Summe von e hoch (Logit minus das größte) über alle zehn Ziffern.`,
  view: 'Anzeigen',
  views: { batch: 'ein Schritt', run: 'ganzer Lauf' },
  batch: 'Der Batch, das schlimmste Bild zuerst',
  batchAhead: 'Der erste Batch, das schlimmste Bild zuerst',
  batchName: 'Verlust jedes Bildes im Batch',
  batchHint: 'Zeig auf ein Bild. Ein Klick beobachtet es überall.',
  image: (label: string, answer: string, loss: string) =>
    `Label ${label}, Antwort ${answer}, Verlust ${loss}. Ein Klick beobachtet dieses Bild.`,
  mean: ({ step, sum, count, mean, right }: BatchNumbers) =>
    `${sum} : ${count} = ${mean}, der Verlust von Schritt ${step} (mit Dropout). ${right} von ${count} richtig.`,
  meanAhead: ({ sum, count, mean, right }: BatchNumbers) =>
    `Vor dem ersten Schritt, ohne Dropout: ${sum} : ${count} = ${mean}. ${right} von ${count} richtig.`,
  run: 'Verlust je Schritt: 50 Bilder, mit Dropout',
  step: 'Schritt',
  lossAxis: 'Verlust (logarithmisch)',
  raw: 'jeder Schritt',
  average: 'geglättet',
  chance: (loss: string) => `ohne Wissen: ln 10 = ${loss}`,
  runNow: (step: string, loss: string, average: string) =>
    `Schritt ${step}: Verlust ${loss}, geglättet ${average}.`,
  first: (loss: string) => `Der erste Verlust war ${loss}.`,
  notYet: {
    now: 'Noch kein Schritt. Drück unten „Training starten“ oder „Ein Schritt“, dann wächst hier die Kurve des Verlusts.',
    past: 'Bei diesem Schritt war die Kurve noch leer: Sie beginnt mit Schritt 1.',
  },
}
export type LossWords = typeof de

const en: LossWords = {
  curve: 'Loss of one image: −ln p',
  probability: 'p, probability of the right digit',
  loss: 'loss',
  nothing: 'no values yet',
  noLabel: 'A drawn digit has no label and so no loss. Choose a test image.',
  term: (label, probability, loss) => `Label ${label}: p ${probability}, −ln p = ${loss}`,
  is: (value) => `= ${value}`,
  below: (value) => `< ${value}`,
  lag: (answer, largest, label, own) => `Logit of ${answer} minus that of ${label}: ${largest} − ${own}`,
  noLag: (label) => `The logit of ${label} is the largest`,
  logSum: (sum) => `ln ${sum}`,
  minusLogP: '−ln p',
  rounding: (gap) => `rounding ${gap}`,
  logSumHint: (sum) =>
    `${sum} is the sum of e to the power of (logit minus the largest) over all ten digits.`,
  view: 'Show',
  views: { batch: 'one step', run: 'whole run' },
  batch: 'The batch, the worst image first',
  batchAhead: 'The first batch, the worst image first',
  batchName: 'Loss of each image of the batch',
  batchHint: 'Point at an image. A click watches it everywhere.',
  image: (label, answer, loss) =>
    `Label ${label}, answer ${answer}, loss ${loss}. A click watches this image.`,
  mean: ({ step, sum, count, mean, right }) =>
    `${sum} / ${count} = ${mean}, the loss of step ${step} (with dropout). ${right} of ${count} right.`,
  meanAhead: ({ sum, count, mean, right }) =>
    `Before the first step, without dropout: ${sum} / ${count} = ${mean}. ${right} of ${count} right.`,
  run: 'Loss per step: 50 images, with dropout',
  step: 'Step',
  lossAxis: 'Loss (logarithmic)',
  raw: 'every step',
  average: 'smoothed',
  chance: (loss) => `knowing nothing: ln 10 = ${loss}`,
  runNow: (step, loss, average) => `Step ${step}: loss ${loss}, smoothed ${average}.`,
  first: (loss) => `The first loss was ${loss}.`,
  notYet: {
    now: 'No step yet. Press “Start training” or “One step” below, and the curve of the loss grows here.',
    past: 'At this step the curve was still empty: it begins with step 1.',
  },
}

export const lossWords = { de, en }
