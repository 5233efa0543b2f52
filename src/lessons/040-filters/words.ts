const de = {
  initial: 'Bei Schritt 0: reiner Zufall',
  now: (step: string) => `Jetzt, bei Schritt ${step}`,
  initialName: (seed: string) => `Die 32 Filter bei Schritt 0, Startwert ${seed}`,
  initialHint: (seed: string) => `Gewürfelt mit dem Startwert ${seed}.`,
  nowHint: 'Zeig auf ein Gewicht: Beide Bilder markieren es.',
  weight: (filter: string, row: string, column: string, value: string) =>
    `Filter ${filter}, Zeile ${row}, Spalte ${column}: ${value}`,
  histogram: 'Verteilung der 800 Gewichte. Balken: jetzt. Linie: bei Schritt 0',
  histogramNow: (step: string) => `Schritt ${step}`,
  histogramHint: 'Zeig auf einen Balken: Hier stehen dann die Anzahlen.',
  bin: (low: string, high: string, now: string, initial: string) =>
    `${low} bis ${high}: jetzt ${now} Gewichte, bei Schritt 0 waren es ${initial}`,
  count: 'Anzahl',
  weightAxis: 'Gewicht',
}
export type FiltersWords = typeof de

const en: FiltersWords = {
  initial: 'At step 0: pure chance',
  now: (step) => `Now, at step ${step}`,
  initialName: (seed) => `The 32 filters at step 0, seed ${seed}`,
  initialHint: (seed) => `Drawn at random from seed ${seed}.`,
  nowHint: 'Point at a weight: both pictures mark it.',
  weight: (filter, row, column, value) => `filter ${filter}, row ${row}, column ${column}: ${value}`,
  histogram: 'Distribution of the 800 weights. Bars: now. Line: at step 0',
  histogramNow: (step) => `step ${step}`,
  histogramHint: 'Point at a bar: the counts appear here.',
  bin: (low, high, now, initial) => `${low} to ${high}: ${now} weights now, ${initial} at step 0`,
  count: 'Count',
  weightAxis: 'Weight',
}

export const filtersWords = { de, en }
