/** What places of the network are called. Rows, columns, maps and neurons count from 1, digits from 0. */

const de = {
  layers: {
    input: 'Pixel',
    'conv1/weights': 'Gewicht',
    'conv1/bias': 'Bias',
    'conv1/pre': 'conv1',
    conv1: 'conv1',
    pool1: 'pool1',
    'conv2/weights': 'Gewicht',
    'conv2/bias': 'Bias',
    'conv2/pre': 'conv2',
    conv2: 'conv2',
    pool2: 'pool2',
    'fc1/weights': 'Gewicht',
    'fc1/bias': 'Bias',
    'fc1/pre': 'fc1',
    fc1: 'fc1',
    dropout: 'Dropout',
    'fc2/weights': 'Gewicht',
    'fc2/bias': 'Bias',
    fc2: 'Logit',
    softmax: 'Softmax',
  },
  places: {
    pixel: (row: string, column: string) => `Pixel in Zeile ${row}, Spalte ${column}`,
    map: (layer: string, map: string, row: string, column: string) =>
      `${layer}, Karte ${map}, Zeile ${row}, Spalte ${column}`,
    beforeRelu: (place: string) => `${place}, vor ReLU`,
    neuron: (layer: string, neuron: string) => `${layer}, Neuron ${neuron}`,
    logit: (digit: string) => `Logit der Ziffer ${digit}`,
    probability: (digit: string) => `Wahrscheinlichkeit der Ziffer ${digit}`,
    weight: (layer: string, filter: string, row: string, column: string) =>
      `Gewicht von ${layer}, Filter ${filter}, Zeile ${row}, Spalte ${column}`,
    channelWeight: (filter: string, channel: string, row: string, column: string) =>
      `Gewicht von conv2, Filter ${filter}, Filterkanal ${channel}, Zeile ${row}, Spalte ${column}`,
    connection: (layer: string, from: string, to: string) =>
      `Gewicht von ${layer}, von Wert ${from} zu Neuron ${to}`,
    bias: (layer: string, index: string) => `Bias von ${layer}, Nummer ${index}`,
  },
  cell: (map: string, row: string, column: string) => `Karte ${map}, Zeile ${row}, Spalte ${column}`,
  neuron: (neuron: string) => `Neuron ${neuron}`,
  mapNumber: (map: string) => `Karte ${map}`,
  digitNumber: (digit: string) => `Ziffer ${digit}`,
}

export type PlaceWords = typeof de

const en: PlaceWords = {
  layers: {
    input: 'pixel',
    'conv1/weights': 'weight',
    'conv1/bias': 'bias',
    'conv1/pre': 'conv1',
    conv1: 'conv1',
    pool1: 'pool1',
    'conv2/weights': 'weight',
    'conv2/bias': 'bias',
    'conv2/pre': 'conv2',
    conv2: 'conv2',
    pool2: 'pool2',
    'fc1/weights': 'weight',
    'fc1/bias': 'bias',
    'fc1/pre': 'fc1',
    fc1: 'fc1',
    dropout: 'dropout',
    'fc2/weights': 'weight',
    'fc2/bias': 'bias',
    fc2: 'logit',
    softmax: 'softmax',
  },
  places: {
    pixel: (row, column) => `pixel in row ${row}, column ${column}`,
    map: (layer, map, row, column) => `${layer}, map ${map}, row ${row}, column ${column}`,
    beforeRelu: (place) => `${place}, before ReLU`,
    neuron: (layer, neuron) => `${layer}, neuron ${neuron}`,
    logit: (digit) => `logit of digit ${digit}`,
    probability: (digit) => `probability of digit ${digit}`,
    weight: (layer, filter, row, column) =>
      `weight of ${layer}, filter ${filter}, row ${row}, column ${column}`,
    channelWeight: (filter, channel, row, column) =>
      `weight of conv2, filter ${filter}, filter channel ${channel}, row ${row}, column ${column}`,
    connection: (layer, from, to) => `weight of ${layer}, from value ${from} to neuron ${to}`,
    bias: (layer, index) => `bias of ${layer}, number ${index}`,
  },
  cell: (map, row, column) => `map ${map}, row ${row}, column ${column}`,
  neuron: (neuron) => `neuron ${neuron}`,
  mapNumber: (map) => `map ${map}`,
  digitNumber: (digit) => `digit ${digit}`,
}

export const placeWords = { de, en }
