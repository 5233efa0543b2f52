/** Words of the comparison of two steps or two runs. */

const de = {
  compare: 'Vergleichen',
  compareHint: 'Zwei Schritte oder zwei Läufe nebeneinander zeigen',
  not: {
    'always-the-same': 'Diese Abbildung ändert sich im Training nicht: Hier gibt es nichts zu vergleichen.',
    'only-now':
      'Hier siehst du, was gerade geschieht. Vergleichen kannst du in den anderen Lektionen, auch mit deiner gezeichneten Ziffer.',
  },
  group: 'Vergleich',
  heading: (lesson: string) => `${lesson}: Vergleich`,
  close: 'Vergleich beenden',
  beside: 'Neben A',
  besides: { b: 'B', difference: 'B − A' },
  side: (side: string, step: string) => `${side}: ${step}`,
  run: (side: string) => `Lauf auf Seite ${side}`,
  presentRun: 'dieser Lauf',
  runOf: (date: string) => `Lauf vom ${date}`,
  stepOf: (side: string) => `Schritt auf Seite ${side}`,
  step: (step: string) => `Schritt ${step}`,
  now: (step: string) => `jetzt, Schritt ${step}`,
  nothingKept: 'Von diesem Lauf ist noch kein Schritt aufgezeichnet.',
  notShown: 'Dieser Schritt lässt sich gerade nicht zeigen.',
  taking: 'Lauf wird geöffnet …',
  notTaken: 'Dieser Lauf ließ sich nicht öffnen. Der Vergleich bleibt, wie er war.',
  gone: 'Der Lauf aus der Adresse ist auf diesem Gerät nicht (mehr) gespeichert. Hier steht der Lauf dieser Seite.',
  hint: 'Zeig auf einen Wert: Hier steht er dann für A, für B und als Differenz.',
  values: (place: string, a: string, b: string, difference: string) =>
    `${place}A: ${a}, B: ${b}, B − A: ${difference}`,
  rounding: (gap: string) => ` (Rundung: ${gap})`,
}

export type CompareWords = typeof de

const en: CompareWords = {
  compare: 'Compare',
  compareHint: 'Show two steps or two runs side by side',
  not: {
    'always-the-same': 'Training does not change this figure: there is nothing to compare here.',
    'only-now':
      'This is what happens at this moment. You can compare in the other lessons, with your own drawn digit too.',
  },
  group: 'Comparison',
  heading: (lesson) => `${lesson}: comparison`,
  close: 'End comparison',
  beside: 'Beside A',
  besides: { b: 'B', difference: 'B − A' },
  side: (side, step) => `${side}: ${step}`,
  run: (side) => `Run on side ${side}`,
  presentRun: 'this run',
  runOf: (date) => `Run of ${date}`,
  stepOf: (side) => `Step on side ${side}`,
  step: (step) => `step ${step}`,
  now: (step) => `now, step ${step}`,
  nothingKept: 'No step of this run has been recorded yet.',
  notShown: 'This step cannot be shown at the moment.',
  taking: 'Opening the run …',
  notTaken: 'This run could not be opened. The comparison stays as it was.',
  gone: 'The run of the address is not stored on this device (any more). This is the run of the page.',
  hint: 'Point at a value: here it stands for A, for B and as difference.',
  values: (place, a, b, difference) => `${place}A: ${a}, B: ${b}, B − A: ${difference}`,
  rounding: (gap) => ` (rounding: ${gap})`,
}

export const compareWords = { de, en }
