const de = {
  before: (map: string) => `Karte ${map} nach ReLU, 28 × 28`,
  beforeHint: 'Linien trennen die Fenster, Punkte zeigen die Gewinner.',
  after: 'Nach dem Max-Pooling, 14 × 14',
  afterHint: 'Zeig auf ein Pixel. Klick hält es fest.',
  window: 'Das Fenster: vier Kandidaten',
  windowNow: (winner: string) => `der größte Wert ist ${winner}`,
  corners: ['oben links', 'oben rechts', 'unten links', 'unten rechts'],
  winner: (corner: string, value: string) => `Es gewinnt ${corner}: ${value}`,
  tie: (value: string) => `Gleichstand bei ${value}: Das erste gewinnt.`,
  all: 'Alle 32 Karten nach dem Max-Pooling',
  allHint: 'Zeig auf eine Karte: Oben siehst du, woraus sie entsteht. Klick hält sie fest.',
}
export type PoolingWords = typeof de

const en: PoolingWords = {
  before: (map) => `Map ${map} after ReLU, 28 × 28`,
  beforeHint: 'Lines part the windows, dots show the winners.',
  after: 'After max pooling, 14 × 14',
  afterHint: 'Point at a pixel. A click holds it.',
  window: 'The window: four candidates',
  windowNow: (winner) => `the largest value is ${winner}`,
  corners: ['top left', 'top right', 'bottom left', 'bottom right'],
  winner: (corner, value) => `${corner} wins: ${value}`,
  tie: (value) => `A tie at ${value}: the first one wins.`,
  all: 'All 32 maps after max pooling',
  allHint: 'Point at a map: above you see what it is made from. A click holds it.',
}

export const poolingWords = { de, en }
