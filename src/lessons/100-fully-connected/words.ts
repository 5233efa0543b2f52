const de = {
  inputs: 'Hinein: 64 Karten mit 7 × 7 Zellen, 3 136 Zahlen',
  inputsHint: 'Zeig auf eine Zelle: Hier steht ihr Platz in der Reihe der 3 136.',
  inputCell: (place: string, map: string, row: string, column: string, value: string) =>
    `Zahl ${place} von 3 136 (Karte ${map}, Zeile ${row}, Spalte ${column}): ${value}`,
  neurons: 'Heraus: 1 024 Neuronen, nach ReLU',
  neuronsHint: 'Zeig auf ein Neuron: Hier steht sein genauer Wert.',
  active: (count: string, share: string) => `${count} von 1 024 Neuronen sind aktiv (${share})`,
  parameters: 'Gelernte Zahlen je Schicht: Gewichte und Bias',
  total: 'zusammen',
}
export type FullyConnectedWords = typeof de

const en: FullyConnectedWords = {
  inputs: 'In: 64 maps of 7 × 7 cells, 3,136 numbers',
  inputsHint: 'Point at a cell: its place in the row of 3,136 shows here.',
  inputCell: (place, map, row, column, value) =>
    `number ${place} of 3,136 (map ${map}, row ${row}, column ${column}): ${value}`,
  neurons: 'Out: 1,024 neurons, after ReLU',
  neuronsHint: 'Point at a neuron: its exact value shows here.',
  active: (count, share) => `${count} of 1,024 neurons are active (${share})`,
  parameters: 'Numbers learned by each layer: weights and biases',
  total: 'in all',
}

export const fullyConnectedWords = { de, en }
