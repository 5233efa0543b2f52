const de = {
  beforeOne: (map: string) => `Karte ${map} vor ReLU`,
  afterOne: (map: string) => `Karte ${map} nach ReLU`,
  before: 'Alle 32 Karten vor ReLU',
  after: 'Alle 32 nach ReLU',
  curve: 'Die Kurve max(0, x)',
  curveNow: (before: string, after: string) => `aus ${before} wird ${after}`,
  beforeAxis: 'vorher',
  afterAxis: 'nachher',
  pixel: (row: string, column: string, before: string, after: string) =>
    `Zeile ${row}, Spalte ${column}: ${before}\u2009→\u2009${after}`,
  beforeHint: 'Zeig auf ein Pixel.',
  afterHint: 'Nach ReLU ist nichts mehr blau.',
  mapsHint: 'Zeig auf eine Karte. Klick hält sie fest.',
  zerosOne: (share: string) => `${share} dieser Karte sind null`,
  zerosAll: (share: string) => `${share} sind null`,
  silent: (count: string, all: string) => `, ${count} von ${all} Karten ganz`,
}
export type ReluWords = typeof de

const en: ReluWords = {
  beforeOne: (map) => `Map ${map} before ReLU`,
  afterOne: (map) => `Map ${map} after ReLU`,
  before: 'All 32 maps before ReLU',
  after: 'All 32 after ReLU',
  curve: 'The curve max(0, x)',
  curveNow: (before, after) => `${before} becomes ${after}`,
  beforeAxis: 'before',
  afterAxis: 'after',
  pixel: (row, column, before, after) => `row ${row}, column ${column}: ${before}\u2009→\u2009${after}`,
  beforeHint: 'Point at a pixel.',
  afterHint: 'After ReLU nothing is blue any more.',
  mapsHint: 'Point at a map. A click holds it.',
  zerosOne: (share) => `${share} of this map are zero`,
  zerosAll: (share) => `${share} are zero`,
  silent: (count, all) => `, ${count} of ${all} maps all over`,
}

export const reluWords = { de, en }
