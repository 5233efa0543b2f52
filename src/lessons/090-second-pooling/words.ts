const de = {
  input: 'Was die Zelle von der Ziffer sieht',
  inputHint: 'Umrandet: das rezeptive Feld der Zelle.',
  before: 'Vorher: 64 Karten mit 14 × 14 Pixeln, nach ReLU',
  after: 'Nach dem Max-Pooling: 64 Karten mit 7 × 7 Zellen',
  afterHint: 'Zeig auf eine Zelle: Links siehst du ihr rezeptives Feld. Klick hält es fest.',
  place: (map: string, row: string, column: string) =>
    `Karte ${map}, Zeile ${row}, Spalte ${column} hängt ab von:`,
  layers: { pool2: 'pool2', conv2: 'conv2', pool1: 'pool1', conv1: 'conv1', input: 'Ziffer' },
  size: (rows: string, columns: string) => `${rows} × ${columns}`,
  cut: 'Am Rand der Ziffer ist das Feld abgeschnitten.',
}
export type SecondPoolingWords = typeof de

const en: SecondPoolingWords = {
  input: 'What the cell sees of the digit',
  inputHint: 'Outlined: the receptive field of the cell.',
  before: 'Before: 64 maps of 14 × 14 pixels, after ReLU',
  after: 'After max pooling: 64 maps of 7 × 7 cells',
  afterHint: 'Point at a cell: its receptive field shows on the left. A click holds it.',
  place: (map, row, column) => `map ${map}, row ${row}, column ${column} depends on:`,
  layers: { pool2: 'pool2', conv2: 'conv2', pool1: 'pool1', conv1: 'conv1', input: 'Digit' },
  size: (rows, columns) => `${rows} × ${columns}`,
  cut: 'At the border of the digit the field is cut off.',
}

export const secondPoolingWords = { de, en }
