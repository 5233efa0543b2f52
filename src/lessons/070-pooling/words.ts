const de = {
  before: (map: string) => `Karte ${map} nach ReLU, 28 × 28`,
  beforeHint: 'Punkte zeigen die Gewinner.',
  after: 'Nach dem Max-Pooling, 14 × 14',
  afterHint: 'Zeig auf ein Pixel.',
  window: 'Das Fenster: vier Kandidaten',
  windowNow: (winner: string) => `der größte Wert ist ${winner}`,
  corners: ['oben links', 'oben rechts', 'unten links', 'unten rechts'],
  winner: (corner: string, value: string) => `Gewinner ${corner}: ${value}`,
  tie: 'Gleichstand: Der erste gewinnt.',
  all: 'Alle 32 Karten nach dem Max-Pooling',
  allHint: 'Zeig auf eine Karte: Oben siehst du sie groß. Ein Klick hält sie fest.',
}
export type PoolingWords = typeof de

const en: PoolingWords = {
  before: (map) => `Map ${map} after ReLU, 28 × 28`,
  beforeHint: 'Dots show the winners.',
  after: 'After max pooling, 14 × 14',
  afterHint: 'Point at a pixel.',
  window: 'The window: four candidates',
  windowNow: (winner) => `the largest value is ${winner}`,
  corners: ['top left', 'top right', 'bottom left', 'bottom right'],
  winner: (corner, value) => `Winner ${corner}: ${value}`,
  tie: 'A tie: the first one wins.',
  all: 'All 32 maps after max pooling',
  allHint: 'Point at a map to see it large above. A click holds it.',
}

export const poolingWords = { de, en }
