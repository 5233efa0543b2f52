const de = {
  square: 'Das Bild: 28 Zeilen, 28 Spalten',
  squareHint: 'Zeig auf ein Pixel. Ein Klick hält es fest.',
  bytes: 'Die Pixel ringsum als Zahlen von 0 bis 255',
  bytesAround: (row: string, column: string) => `um Zeile ${row}, Spalte ${column}`,
  row: 'Dasselbe als Reihe aus 784 Zahlen',
  rowHint: 'Zeile für Zeile, umbrochen nach je 56 Zahlen.',
  place: 'Zeile, Spalte',
  index: 'Nummer in der Reihe',
  byte: 'Byte',
  value: 'Wert im Netz',
  placeOf: (row: string, column: string) => `${row}, ${column}`,
  indexOf: (index: string, all: string) => `${index} von ${all}`,
  division: (byte: string, value: string) => `${byte} : 255 = ${value}`,
  pixel: (index: string, row: string, column: string, value: string) =>
    `Nummer ${index}, Zeile ${row}, Spalte ${column}: ${value}`,
}
export type PixelsWords = typeof de

const en: PixelsWords = {
  square: 'The image: 28 rows, 28 columns',
  squareHint: 'Point at a pixel. A click holds it.',
  bytes: 'The pixels around it as numbers from 0 to 255',
  bytesAround: (row, column) => `around row ${row}, column ${column}`,
  row: 'The same as a row of 784 numbers',
  rowHint: 'Line after line, wrapped after every 56 numbers.',
  place: 'Row, column',
  index: 'Number in the row',
  byte: 'Byte',
  value: 'Value in the network',
  placeOf: (row, column) => `${row}, ${column}`,
  indexOf: (index, all) => `${index} of ${all}`,
  division: (byte, value) => `${byte} ÷ 255 = ${value}`,
  pixel: (index, row, column, value) => `number ${index}, row ${row}, column ${column}: ${value}`,
}

export const pixelsWords = { de, en }
