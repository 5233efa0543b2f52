/** Words of the curves of several runs. */

const de = {
  loss: 'Verlust der Batches, geglättet',
  accuracy: 'Genauigkeit auf Testdaten, mit 95-%-Intervall',
  step: 'Schritt',
  summary: (runs: string) => `Kurven von ${runs} Läufen über die Schritte`,
  atStep: (step: string) => `Schritt ${step}`,
  ofRun: (number: string, value: string) => `${number}: ${value}`,
  interval: (value: string, low: string, high: string) => `${value} (${low} bis ${high})`,
  hint: 'Zeig auf einen Schritt, um seine Werte zu lesen.',
  tooMany: (most: string) =>
    `Gezeigt werden die ersten ${most} Läufe: Mehr Linien wären nicht auseinanderzuhalten.`,
  nothing: 'Von diesen Läufen ist keine Kurve aufgezeichnet.',
}

export type RunCurveWords = typeof de

const en: RunCurveWords = {
  loss: 'Loss of the batches, smoothed',
  accuracy: 'Accuracy on test images, with its 95% interval',
  step: 'Step',
  summary: (runs) => `Curves of ${runs} runs over the steps`,
  atStep: (step) => `step ${step}`,
  ofRun: (number, value) => `${number}: ${value}`,
  interval: (value, low, high) => `${value} (${low} to ${high})`,
  hint: 'Point at a step to read its values.',
  tooMany: (most) => `The first ${most} runs are shown: more lines could not be told apart.`,
  nothing: 'No curve of these runs was recorded.',
}

export const runCurveWords = { de, en }
