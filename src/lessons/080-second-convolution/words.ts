const de = {
  allMaps: 'Alle 64 Faltungsergebnisse vor ReLU',
  mapsHint: 'Zeig auf ein Pixel.',
  inputs: 'Ein Fenster in allen 32 Karten',
  inputsHint: 'Überall dieselbe Stelle.',
  contributions: (filter: string) => `Was jede der 32 Karten mit Filter ${filter} beiträgt`,
  contributionsHint: 'Zeig auf einen Balken.',
  contribution: (map: string, value: string) => `Karte ${map} trägt ${value} bei`,
  largest: (map: string, value: string) => `am meisten trägt Karte ${map} bei: ${value}`,
  nothing: 'noch keine Werte',
  onePixel: 'Ein Pixel entsteht',
  sum: 'Summe der 32',
  bias: 'Bias',
  value: 'Wert',
  place: (map: string, row: string, column: string) => `Karte ${map}, Zeile ${row}, Spalte ${column}`,
  padding: (count: string) => `${count} von 25 Pixeln im Rand aus Nullen.`,
  rounding: (difference: string) => `Rundung: ${difference}.`,
}
export type SecondConvolutionWords = typeof de

const en: SecondConvolutionWords = {
  allMaps: 'All 64 convolved maps before ReLU',
  mapsHint: 'Point at a pixel.',
  inputs: 'One window in all 32 maps',
  inputsHint: 'The same place everywhere.',
  contributions: (filter) => `What each of the 32 maps contributes with filter ${filter}`,
  contributionsHint: 'Point at a bar.',
  contribution: (map, value) => `map ${map} contributes ${value}`,
  largest: (map, value) => `map ${map} contributes most: ${value}`,
  nothing: 'no values yet',
  onePixel: 'One pixel',
  sum: 'Sum of the 32',
  bias: 'Bias',
  value: 'Value',
  place: (map, row, column) => `Map ${map}, row ${row}, column ${column}`,
  padding: (count) => `${count} of 25 pixels in the padding of zeros.`,
  rounding: (difference) => `Rounding: ${difference}.`,
}

export const secondConvolutionWords = { de, en }
