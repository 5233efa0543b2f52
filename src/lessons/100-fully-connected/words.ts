const de = {
  inputs: '3 136 Zahlen',
  inputsHint: 'Klick ein Neuron an. Zeig auf eine Zelle: Hier steht ihr Beitrag.',
  place: (map: string, row: string, column: string) => `Karte ${map}, Zeile ${row}, Spalte ${column}`,
  term: (place: string, input: string, weight: string) => `${place}: ${input} × ${weight}`,
  weights: '× Gewichte',
  weightsOf: (neuron: string) => `Gewichte von Neuron ${neuron}`,
  contributions: '= Beiträge',
  contributionsNow: (largest: string) => `größter Beitrag ohne Vorzeichen: ${largest}`,
  active: (count: string) => `${count} von 1 024 aktiv`,
  all: '1 024 Neuronen',
  oneNeuron: (neuron: string) => `Neuron ${neuron}`,
  strongest: 'Stärkstes wählen',
  others: (count: string) => `${count} weitere`,
  bias: 'Bias',
  pre: 'vor ReLU',
  afterRelu: (value: string) => `Nach ReLU: ${value}.`,
  rounding: (difference: string) => `Rundung: ${difference}.`,
  parameters: (total: string) => `${total} gelernte Zahlen`,
}
export type FullyConnectedWords = typeof de

const en: FullyConnectedWords = {
  inputs: '3,136 numbers',
  inputsHint: 'Click a neuron. Point at a cell: its contribution appears here.',
  place: (map, row, column) => `map ${map}, row ${row}, column ${column}`,
  term: (place, input, weight) => `${place}: ${input} × ${weight}`,
  weights: '× weights',
  weightsOf: (neuron) => `Weights of neuron ${neuron}`,
  contributions: '= contributions',
  contributionsNow: (largest) => `largest contribution, sign aside: ${largest}`,
  active: (count) => `${count} of 1,024 active`,
  all: '1,024 neurons',
  oneNeuron: (neuron) => `Neuron ${neuron}`,
  strongest: 'Choose the strongest',
  others: (count) => `${count} others`,
  bias: 'bias',
  pre: 'before ReLU',
  afterRelu: (value) => `After ReLU: ${value}.`,
  rounding: (difference) => `Rounding: ${difference}.`,
  parameters: (total) => `${total} learned numbers`,
}

export const fullyConnectedWords = { de, en }
