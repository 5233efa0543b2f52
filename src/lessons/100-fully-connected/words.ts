const de = {
  inputs: 'Hinein: 64 × 7 × 7 = 3 136 Zahlen',
  inputsHint: 'Zeig auf eine Zelle.',
  inputCell: (place: string, map: string, row: string, column: string, value: string) =>
    `Zahl ${place}, Karte ${map}, Zeile ${row}, Spalte ${column}: ${value}`,
  neurons: 'Heraus: 1 024 Neuronen',
  neuronsHint: 'Zeig auf ein Neuron.',
  active: (count: string, share: string) => `${count} aktiv (${share})`,
  parameters: 'Gelernte Zahlen je Schicht: Gewichte und Bias',
  total: 'zusammen',
}
export type FullyConnectedWords = typeof de

const en: FullyConnectedWords = {
  inputs: 'In: 64 × 7 × 7 = 3,136 numbers',
  inputsHint: 'Point at a cell.',
  inputCell: (place, map, row, column, value) =>
    `number ${place}, map ${map}, row ${row}, column ${column}: ${value}`,
  neurons: 'Out: 1,024 neurons',
  neuronsHint: 'Point at a neuron.',
  active: (count, share) => `${count} active (${share})`,
  parameters: 'Numbers learned by each layer: weights and biases',
  total: 'in all',
}

export const fullyConnectedWords = { de, en }
