type Moved = {
  readonly filter: string
  readonly mean: string
  readonly largest: string
  /** Mean over all weights. */
  readonly all: string
  /** The filter that moved most. */
  readonly most: string
}

const de = {
  /** By where the weights of step 0 came from. */
  initial: { seed: 'Bei Schritt 0: reiner Zufall', weights: 'Bei Schritt 0: aus einer Datei' },
  initialName: 'Die 32 Filter bei Schritt 0',
  /** Of the present, and of a kept step. */
  heading: {
    now: (step: string) => `Jetzt, bei Schritt ${step}`,
    past: (step: string) => `Bei Schritt ${step}`,
  },
  view: 'Zeigen',
  views: { now: 'Gewichte', change: 'Änderung' },
  change: 'Änderung jedes Gewichts seit Schritt 0',
  changeScale: 'Änderung',
  changeNow: (mean: string, largest: string) => `im Mittel ${mean}, höchstens ${largest}`,
  notMoved: {
    now: 'Noch hat sich kein Gewicht bewegt. Starte das Training.',
    past: 'Bei diesem Schritt hatte sich noch kein Gewicht bewegt.',
  },
  moved: (by: Moved) =>
    `Filter ${by.filter}: im Mittel um ${by.mean} bewegt, höchstens um ${by.largest}. Alle 800: im Mittel um ${by.all}, am meisten Filter ${by.most}.`,
  numbers: {
    first: 'Die 25 Gewichte bei Schritt 0',
    now: 'Die 25 Gewichte jetzt',
    past: 'Die 25 Gewichte dann',
  },
  filterVersion: {
    first: (filter: string) => `Filter ${filter} bei Schritt 0`,
    now: (filter: string) => `Filter ${filter} jetzt`,
    past: (filter: string) => `Filter ${filter} dann`,
  },
  place: (row: string, column: string) => `Zeile ${row}, Spalte ${column}:`,
  start: 'Schritt 0',
  gained: 'Änderung',
  gives: { now: 'jetzt', past: 'dann' },
  rounding: (gap: string) => `Rundung: ${gap}`,
  histogramHeading: 'Verteilung der Gewichte (Linie: Schritt 0)',
  histogram: 'Verteilung der 800 Gewichte. Balken: der Schritt, der gezeigt wird. Linie: bei Schritt 0',
  histogramNow: (step: string) => `Schritt ${step}`,
  bin: (low: string, high: string, now: string, initial: string) =>
    `${low} bis ${high}: ${now} Gewichte, bei Schritt 0 waren es ${initial}`,
  count: 'Anzahl',
}
export type FiltersWords = typeof de

const en: FiltersWords = {
  initial: { seed: 'At step 0: pure chance', weights: 'At step 0: of a file' },
  initialName: 'The 32 filters at step 0',
  heading: { now: (step) => `Now, at step ${step}`, past: (step) => `At step ${step}` },
  view: 'Show',
  views: { now: 'weights', change: 'change' },
  change: 'Change of each weight since step 0',
  changeScale: 'change',
  changeNow: (mean, largest) => `${mean} on average, ${largest} at most`,
  notMoved: {
    now: 'No weight has moved yet. Start the training.',
    past: 'At this step no weight had moved yet.',
  },
  moved: (by) =>
    `Filter ${by.filter}: moved by ${by.mean} on average, by ${by.largest} at most. All 800: by ${by.all} on average, filter ${by.most} most.`,
  numbers: { first: 'The 25 weights at step 0', now: 'The 25 weights now', past: 'The 25 weights then' },
  filterVersion: {
    first: (filter) => `Filter ${filter} at step 0`,
    now: (filter) => `Filter ${filter} now`,
    past: (filter) => `Filter ${filter} then`,
  },
  place: (row, column) => `Row ${row}, column ${column}:`,
  start: 'step 0',
  gained: 'change',
  gives: { now: 'now', past: 'then' },
  rounding: (gap) => `Rounding: ${gap}`,
  histogramHeading: 'Distribution of the weights (line: step 0)',
  histogram: 'Distribution of the 800 weights. Bars: the step that is shown. Line: at step 0',
  histogramNow: (step) => `step ${step}`,
  bin: (low, high, now, initial) => `${low} to ${high}: ${now} weights, ${initial} at step 0`,
  count: 'Count',
}

export const filtersWords = { de, en }
