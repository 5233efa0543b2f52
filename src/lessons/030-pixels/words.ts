const de = {
  fold: 'Eine Reihe aus 784 Zahlen wird zum Tensor 28×28×1',
  foldName: 'Die 784 Zahlen, von der Reihe zum Quadrat',
  folded: (rows: string) => `${rows} von 28 Zeilen umbrochen`,
  state: 'Zeigen',
  states: { row: 'als Reihe', square: 'als Quadrat' },
  bytes: 'Die Pixel ringsum, Zahlen von 0 bis 255',
  bytesAround: (row: string, column: string) => `um Zeile ${row}, Spalte ${column}`,
  place: 'Zeile, Spalte',
  index: 'Nummer in der Reihe',
  byte: 'Byte',
  value: 'Wert im Netz',
  placeOf: (row: string, column: string) => `${row}, ${column}`,
  indexOf: (above: string, column: string, index: string) => `${above} × 28 + ${column} = ${index}`,
  above: (rows: string) => `${rows} ganze Zeilen stehen davor`,
  division: (byte: string, value: string) => `${byte} : 255 = ${value}`,
}
export type PixelsWords = typeof de

const en: PixelsWords = {
  fold: 'A row of 784 numbers folds into the tensor 28×28×1',
  foldName: 'The 784 numbers, from the row to the square',
  folded: (rows) => `${rows} of 28 rows folded`,
  state: 'Show',
  states: { row: 'as a row', square: 'as a square' },
  bytes: 'The pixels around it as numbers from 0 to 255',
  bytesAround: (row, column) => `around row ${row}, column ${column}`,
  place: 'Row, column',
  index: 'Number in the row',
  byte: 'Byte',
  value: 'Value in the network',
  placeOf: (row, column) => `${row}, ${column}`,
  indexOf: (above, column, index) => `${above} × 28 + ${column} = ${index}`,
  above: (rows) => `${rows} whole rows come before it`,
  division: (byte, value) => `${byte} ÷ 255 = ${value}`,
}

export const pixelsWords = { de, en }
