const de = {
  beforeOne: (map: string) => `Karte ${map} vor ReLU`,
  afterOne: (map: string) => `Karte ${map} nach ReLU`,
  before: 'Alle 32 Karten vor ReLU',
  after: 'Alle 32 nach ReLU',
  curve: 'Die Kurve max(0, x)',
  curveNow: (before: string, after: string) => `aus ${before} wird ${after}`,
  beforeAxis: 'vorher',
  afterAxis: 'nachher',
  mapsHint: 'Zeig auf eine Karte. Ein Klick hält sie fest.',
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
  mapsHint: 'Point at a map. A click holds it.',
  zerosOne: (share) => `${share} of this map is zero`,
  zerosAll: (share) => `${share} are zero`,
  silent: (count, all) => `, ${count} of ${all} maps entirely`,
}

export const reluWords = { de, en }
