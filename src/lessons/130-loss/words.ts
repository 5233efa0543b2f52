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
  run: 'Verlust je Schritt: 50 Bilder, mit Dropout',
  step: 'Schritt',
  lossAxis: 'Verlust (logarithmisch)',
  raw: 'jeder Schritt',
  average: 'geglättet',
  chance: (loss: string) => `ohne Wissen: ln 10 = ${loss}`,
  runNow: (step: string, loss: string, average: string) =>
    `Schritt ${step}: Verlust ${loss}, geglättet ${average}.`,
  notYet:
    'Noch kein Schritt. Drück unten „Training starten“ oder „Ein Schritt“, dann wächst hier die Kurve des Verlusts.',
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
  run: 'Loss per step: 50 images, with dropout',
  step: 'Step',
  lossAxis: 'Loss (logarithmic)',
  raw: 'every step',
  average: 'smoothed',
  chance: (loss) => `knowing nothing: ln 10 = ${loss}`,
  runNow: (step, loss, average) => `Step ${step}: loss ${loss}, smoothed ${average}.`,
  notYet: 'No step yet. Press “Start training” or “One step” below, and the curve of the loss grows here.',
}

export const lossWords = { de, en }
