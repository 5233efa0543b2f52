const de = {
  input: 'Rezeptives Feld',
  inputHint: 'Das sieht die Zelle.',
  before: 'Vorher: 64 Karten mit 14 × 14 Pixeln, nach ReLU',
  beforeHint: 'Umrandet: die 2 × 2 Pixel der Zelle.',
  after: 'Nach dem Max-Pooling: 64 Karten mit 7 × 7 Zellen',
  afterHint: 'Zeig auf eine Zelle: In der Ziffer erscheint ihr Feld.',
  place: (map: string, row: string, column: string) =>
    `Karte ${map}, Zeile ${row}, Spalte ${column} hängt ab von:`,
  layers: { pool2: 'pool2', conv2: 'conv2', pool1: 'pool1', conv1: 'conv1', input: 'Ziffer' },
  size: (rows: string, columns: string) => `${rows} × ${columns}`,
  cut: 'Am Bildrand abgeschnitten.',
}
export type SecondPoolingWords = typeof de

const en: SecondPoolingWords = {
  input: 'Receptive field',
  inputHint: 'This is what the cell sees.',
  before: 'Before: 64 maps of 14 × 14 pixels, after ReLU',
  beforeHint: 'Outlined: the 2 × 2 pixels of the cell.',
  after: 'After max pooling: 64 maps of 7 × 7 cells',
  afterHint: 'Point at a cell: its field appears in the digit.',
  place: (map, row, column) => `Map ${map}, row ${row}, column ${column} depends on:`,
  layers: { pool2: 'pool2', conv2: 'conv2', pool1: 'pool1', conv1: 'conv1', input: 'Digit' },
  size: (rows, columns) => `${rows} × ${columns}`,
  cut: 'Cut off at the border.',
}

export const secondPoolingWords = { de, en }
