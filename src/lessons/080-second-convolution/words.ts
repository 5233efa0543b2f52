const de = {
  allMaps: 'Alle 64 Faltungsergebnisse vor ReLU',
  mapsHint: 'Zeig auf ein Pixel: Rechts siehst du, woraus es entsteht. Klick hält es fest.',
  inputs: 'Dasselbe Fenster in allen 32 Karten aus pool1',
  filter: (filter: string) => `Filter ${filter} von 64: seine 32 Kanäle`,
  filterCell: (channel: string, row: string, column: string, value: string) =>
    `Kanal ${channel}, Zeile ${row}, Spalte ${column}: ${value}`,
  filterHint: 'Kanal 1 gehört zu Karte 1, Kanal 2 zu Karte 2 …',
  contributions: 'Was jede der 32 Karten beiträgt',
  contributionsHint: 'Zeig auf einen Balken: die Summe der 25 Produkte einer Karte.',
  contribution: (map: string, value: string) => `Karte ${map} trägt ${value} bei`,
  largest: (map: string, value: string) => `am meisten trägt Karte ${map} bei: ${value}`,
  sum: 'Summe der 32 Beiträge',
  bias: 'Bias',
  value: 'Wert vor ReLU',
  place: (map: string, row: string, column: string) => `Karte ${map}, Zeile ${row}, Spalte ${column}`,
  padding: (count: string) => `${count} der 25 Pixel jedes Fensters liegen im Rand aus Nullen.`,
  rounding: (difference: string) => `Rundung: ${difference}.`,
}
export type SecondConvolutionWords = typeof de

const en: SecondConvolutionWords = {
  allMaps: 'All 64 convolved maps before ReLU',
  mapsHint: 'Point at a pixel: what it is made of shows on the right. A click holds it.',
  inputs: 'The same window in all 32 maps of pool1',
  filter: (filter) => `Filter ${filter} of 64: its 32 channels`,
  filterCell: (channel, row, column, value) => `channel ${channel}, row ${row}, column ${column}: ${value}`,
  filterHint: 'Channel 1 belongs to map 1, channel 2 to map 2 …',
  contributions: 'What each of the 32 maps contributes',
  contributionsHint: 'Point at a bar: the sum of one map’s 25 products.',
  contribution: (map, value) => `map ${map} contributes ${value}`,
  largest: (map, value) => `map ${map} contributes most: ${value}`,
  sum: 'Sum of the 32 contributions',
  bias: 'Bias',
  value: 'Value before ReLU',
  place: (map, row, column) => `map ${map}, row ${row}, column ${column}`,
  padding: (count) => `${count} of the 25 pixels of each window lie in the padding of zeros.`,
  rounding: (difference) => `Rounding: ${difference}.`,
}

export const secondConvolutionWords = { de, en }
