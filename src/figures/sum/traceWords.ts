/** Words of the trace from a number down to the pixels. */

const de = {
  question: 'Welche Pixel sprechen dafür?',
  about:
    'Jeder Wert mal die Steigung, mit der er in die Zahl eingeht. ReLU und Max-Pooling lassen durch oder sperren; darum geht die Rechnung für diese Ziffer bei diesem Schritt genau auf.',
  not: 'Ein Beweis, warum das Netz so antwortet, ist das nicht: Schon ein wenig anderes Bild kann andere Wege öffnen.',
  legend: 'Orange spricht dafür, Blau dagegen, ohne Farbe weder noch.',
  digit: 'Die Ziffer',
  digitName: 'Beitrag jedes Pixels',
  pool2: 'pool2: die vier stärksten Karten',
  pool1: 'pool1: die vier stärksten Karten',
  map: (map: string, sum: string) => `Karte ${map}: ${sum}`,
  pixelAt: (row: string, column: string, value: string) =>
    `Pixel in Zeile ${row}, Spalte ${column}: ${value}`,
  cellAt: (map: string, row: string, column: string, value: string) =>
    `Karte ${map}, Zeile ${row}, Spalte ${column}: ${value}. Der Rahmen in der Ziffer ist ihr rezeptives Feld.`,
  hint: 'Der Rahmen in der Ziffer ist das rezeptive Feld der stärksten Zelle. Zeig auf eine andere; ein Klick führt zu ihr.',
  levels: 'Auf jeder Ebene kommt dieselbe Zahl heraus',
  level: 'Ebene',
  positive: 'dafür',
  negative: 'dagegen',
  remainder: 'Bias',
  total: 'zusammen',
  remainderNote: 'Bias heißt hier: alles, was die Bias-Werte zwischen dieser Ebene und der Zahl beitragen.',
  rounding: (level: string, gap: string) => `${level} ${gap}`,
  roundings: (list: string) => `Rundung: ${list}.`,
  neurons: 'Die stärksten Neuronen von fc1',
  traced: (what: string, value: string) => `${what}: ${value}`,
}

export type TraceWords = typeof de

const en: TraceWords = {
  question: 'Which pixels speak for it?',
  about:
    'Each value times the slope with which it enters the number. ReLU and max pooling let through or stop, so for this digit at this step the sum comes out exactly.',
  not: 'It is no proof of why the network answers this way: even a slightly different image may open other ways.',
  legend: 'Orange speaks for it, blue against it, no colour neither.',
  digit: 'The digit',
  digitName: 'Contribution of each pixel',
  pool2: 'pool2: the four strongest maps',
  pool1: 'pool1: the four strongest maps',
  map: (map, sum) => `map ${map}: ${sum}`,
  pixelAt: (row, column, value) => `pixel in row ${row}, column ${column}: ${value}`,
  cellAt: (map, row, column, value) =>
    `map ${map}, row ${row}, column ${column}: ${value}. The frame in the digit is its receptive field.`,
  hint: 'The frame in the digit is the receptive field of the strongest cell. Point at another one; a click leads to it.',
  levels: 'Every level gives the same number',
  level: 'level',
  positive: 'for',
  negative: 'against',
  remainder: 'biases',
  total: 'together',
  remainderNote: 'Biases means: all that the biases between this level and the number add.',
  rounding: (level, gap) => `${level} ${gap}`,
  roundings: (list) => `Rounding: ${list}.`,
  neurons: 'The strongest neurons of fc1',
  traced: (what, value) => `${what}: ${value}`,
}

export const traceWords = { de, en }
