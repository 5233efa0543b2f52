const de = {
  onePixel: 'Ein Pixel entsteht',
  allMaps: 'Alle 32 Faltungsergebnisse',
  input: 'Eingabe mit Fenster',
  filter: (filter: string) => `Filter ${filter} von 32`,
  mapsHint: 'Zeig auf ein Pixel. Ein Klick hält es fest.',
  products: '25 Produkte',
  bias: 'Bias',
  value: 'Wert des Pixels',
  padding: (count: string) => `${count} der 25 Pixel liegen im Rand aus Nullen.`,
  place: (map: string, row: string, column: string) => `Karte ${map}, Zeile ${row}, Spalte ${column}`,
  rounding: (difference: string) => `Rundung: ${difference}.`,
}
export type ConvolutionWords = typeof de

const en: ConvolutionWords = {
  onePixel: 'How one pixel comes about',
  allMaps: 'All 32 convolved maps',
  input: 'Input with window',
  filter: (filter) => `Filter ${filter} of 32`,
  mapsHint: 'Point at a pixel. A click holds it.',
  products: '25 products',
  bias: 'bias',
  value: 'value of the pixel',
  padding: (count) => `${count} of the 25 pixels lie in the padding of zeros.`,
  place: (map, row, column) => `Map ${map}, row ${row}, column ${column}`,
  rounding: (difference) => `Rounding: ${difference}.`,
}

export const convolutionWords = { de, en }
