const de = {
  input: 'Rezeptives Feld',
  inputHint: 'Das sieht die Zelle.',
  layer: 'Zelle aus',
  before: {
    conv2: 'Vorher: 64 Karten mit 14 × 14 Pixeln, nach ReLU',
    pool1: 'Vorher: 32 Karten mit 14 × 14 Zellen',
    conv1: 'Vorher: 32 Karten mit 28 × 28 Pixeln, nach ReLU',
  },
  beforeHint: 'Umrandet: was die Zelle hier liest.',
  after: {
    pool2: 'Nach dem zweiten Max-Pooling: 64 Karten mit 7 × 7 Zellen',
    conv2: 'Nach der zweiten Faltung: 64 Karten mit 14 × 14 Pixeln',
    pool1: 'Nach dem ersten Max-Pooling: 32 Karten mit 14 × 14 Zellen',
    conv1: 'Nach der ersten Faltung: 32 Karten mit 28 × 28 Pixeln',
  },
  afterHint: 'Zeig auf eine Zelle: In der Ziffer erscheint ihr Feld.',
  place: (layer: string, map: string, row: string, column: string) =>
    `${layer}, Karte ${map}, Zeile\u00a0${row}, Spalte\u00a0${column} hängt ab von:`,
  layers: { pool2: 'pool2', conv2: 'conv2', pool1: 'pool1', conv1: 'conv1', input: 'Ziffer' },
  size: (rows: string, columns: string) => `${rows} × ${columns}`,
  cut: 'Am Bildrand abgeschnitten.',
}
export type SecondPoolingWords = typeof de

const en: SecondPoolingWords = {
  input: 'Receptive field',
  inputHint: 'This is what the cell sees.',
  layer: 'Cell of',
  before: {
    conv2: 'Before: 64 maps of 14 × 14 pixels, after ReLU',
    pool1: 'Before: 32 maps of 14 × 14 cells',
    conv1: 'Before: 32 maps of 28 × 28 pixels, after ReLU',
  },
  beforeHint: 'Outlined: what the cell reads here.',
  after: {
    pool2: 'After the second max pooling: 64 maps of 7 × 7 cells',
    conv2: 'After the second convolution: 64 maps of 14 × 14 pixels',
    pool1: 'After the first max pooling: 32 maps of 14 × 14 cells',
    conv1: 'After the first convolution: 32 maps of 28 × 28 pixels',
  },
  afterHint: 'Point at a cell: its field appears in the digit.',
  place: (layer, map, row, column) =>
    `${layer}, map ${map}, row\u00a0${row}, column\u00a0${column} depends on:`,
  layers: { pool2: 'pool2', conv2: 'conv2', pool1: 'pool1', conv1: 'conv1', input: 'Digit' },
  size: (rows, columns) => `${rows} × ${columns}`,
  cut: 'Cut off at the border.',
}

export const secondPoolingWords = { de, en }
