const de = {
  beforeOne: (map: string) => `Karte ${map} vor ReLU`,
  afterOne: (map: string) => `Karte ${map} nach ReLU`,
  before: 'Alle 32 Karten vor ReLU',
  after: 'Alle 32 Karten nach ReLU',
  curve: 'max(0, x): der gewählte Wert auf der Kurve',
  curveNow: (before: string, after: string) => `aus ${before} wird ${after}`,
  beforeAxis: 'vorher',
  afterAxis: 'nachher',
  pixel: (row: string, column: string, before: string, after: string) =>
    `Zeile ${row}, Spalte ${column}: ${before} wird ${after}`,
  beforeHint: 'Zeig auf ein Pixel: Es ist in beiden Karten markiert.',
  afterHint: 'Nach ReLU ist nichts mehr blau.',
  mapsHint: 'Zeig auf eine Karte: Oben siehst du sie groß. Klick hält sie fest.',
  zerosOne: (share: string) => `${share} dieser Karte sind null`,
  zerosAll: (share: string) => `${share} aller Werte sind null.`,
  silent: (count: string, all: string) => `${count} von ${all} Karten sind ganz null.`,
}
export type ReluWords = typeof de

const en: ReluWords = {
  beforeOne: (map) => `Map ${map} before ReLU`,
  afterOne: (map) => `Map ${map} after ReLU`,
  before: 'All 32 maps before ReLU',
  after: 'All 32 maps after ReLU',
  curve: 'max(0, x): the chosen value on the curve',
  curveNow: (before, after) => `${before} becomes ${after}`,
  beforeAxis: 'before',
  afterAxis: 'after',
  pixel: (row, column, before, after) => `row ${row}, column ${column}: ${before} becomes ${after}`,
  beforeHint: 'Point at a pixel: it is marked in both maps.',
  afterHint: 'After ReLU nothing is blue any more.',
  mapsHint: 'Point at a map: above you see it large. A click holds it.',
  zerosOne: (share) => `${share} of this map are zero`,
  zerosAll: (share) => `${share} of all values are zero.`,
  silent: (count, all) => `${count} of ${all} maps are zero all over.`,
}

export const reluWords = { de, en }
