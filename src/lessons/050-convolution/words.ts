const de = {
  onePixel: 'Ein Pixel entsteht',
  allMaps: 'Alle 32 Faltungsergebnisse vor ReLU',
  input: 'Eingabe mit 5 × 5-Fenster',
  inputHint: 'Das Fenster folgt dem Pixel, auf das du unten zeigst.',
  filter: (filter: string) => `Filter ${filter} von 32`,
  filterHint: 'Zeig auf ein Gewicht: Hier steht dann sein genauer Wert.',
  mapsHint: 'Zeig auf ein Pixel: Oben siehst du sein Fenster. Klick hält es fest.',
  products: 'Summe der 25 Produkte',
  bias: 'Bias',
  value: 'Wert vor ReLU',
  padding: (count: string) => `${count} der 25 Pixel liegen im Rand aus Nullen.`,
  place: (map: string, row: string, column: string) => `Karte ${map}, Zeile ${row}, Spalte ${column}`,
  rounding: (difference: string) => `Rundung: ${difference}.`,
}
export type ConvolutionWords = typeof de

const en: ConvolutionWords = {
  onePixel: 'How one pixel comes about',
  allMaps: 'All 32 convolved maps before ReLU',
  input: 'Input with the 5 × 5 window',
  inputHint: 'The window follows the pixel you point at below.',
  filter: (filter) => `Filter ${filter} of 32`,
  filterHint: 'Point at a weight: its exact value appears here.',
  mapsHint: 'Point at a pixel: its window shows above. A click holds it.',
  products: 'Sum of the 25 products',
  bias: 'Bias',
  value: 'Value before ReLU',
  padding: (count) => `${count} of the 25 pixels lie in the padding of zeros.`,
  place: (map, row, column) => `map ${map}, row ${row}, column ${column}`,
  rounding: (difference) => `Rounding: ${difference}.`,
}

export const convolutionWords = { de, en }
