/** A value in a picture, in numbers as people count; filters of the second convolution take `from` a map and make `to` one. */
type Place = {
  readonly map: string
  readonly row: string
  readonly column: string
  readonly from: string
  readonly to: string
  readonly label: string
}
const mapPlaceDe = ({ map, row, column }: Place) => `Karte ${map}, Zeile ${row}, Spalte ${column}`
const mapPlaceEn = ({ map, row, column }: Place) => `map ${map}, row ${row}, column ${column}`

const de = {
  instrument: 'Instrument:',
  views: {
    scalars: 'Kurven',
    distributions: 'Verteilungen',
    images: 'Bilder',
    graph: 'Graph',
    trace: 'Zeit',
    busy: 'Auslastung',
    export: 'Export',
  },
  show: 'Zeigen:',
  subjects: { run: 'Lauf', values: 'Gewichte, Aktivierungen' },
  smoothing: 'Glättung',
  step: 'Schritt',
  scale: 'Achse:',
  scales: { logarithmic: 'logarithmisch', linear: 'linear' },
  loss: 'Kreuzentropie',
  accuracy: 'Genauigkeit',
  keep: 'Behaltewahrscheinlichkeit',
  train: 'Training: ein Batch, mit Dropout',
  test: 'Testdaten, ohne Dropout',
  trainBatch: 'Training: der letzte Batch',
  testImages: 'Testdaten: immer dieselben',
  raw: 'blass: ungeglättet',
  across: 'waagrecht: Schritt',
  hintCurve: 'Zeig auf die Kurve: Hier stehen dann Schritt und Werte.',
  nothingYet: 'Noch kein Schritt.',
  atStep: (step: string) => `Schritt ${step}`,
  of: (name: string, text: string) => `${name}. ${text}`,
  named: (name: string, value: string) => `${name} ${value}`,
  smoothName: (name: string) => `${name}, geglättet`,
  smoothedTo: (value: string, smooth: string) => `${value}, geglättet ${smooth}`,
  layer: 'Schicht:',
  quantity: 'Werte:',
  quantities: { weights: 'Gewichte', bias: 'Bias', activations: 'Aktivierungen' },
  logits: 'Logits',
  images: 'Bilder:',
  splits: { train: 'Training', test: 'Test' },
  noSummary: 'Noch ist nichts aufgezeichnet. Sobald das Netz bereit ist, steht hier Schritt 0.',
  statistics: {
    mean: 'Mittelwert',
    deviation: 'Standardabweichung',
    min: 'kleinster Wert',
    max: 'größter Wert',
  },
  ridges: 'Histogramm je Schritt',
  bands: 'Verteilung über die Schritte',
  height: 'Höhe:',
  heights: { linear: 'linear', logarithmic: 'log.' },
  hintRidges: 'Zeig auf ein Histogramm: Hier steht dann, wie viele Werte wo liegen.',
  hintBands: 'Zeig auf ein Band: Hier steht dann, zwischen welchen Werten es liegt.',
  ridgesNow: (count: string, step: string) =>
    `${count} aufgezeichnete Schritte, der neueste ist Schritt ${step}`,
  bin: (step: string, low: string, high: string, count: string, total: string) =>
    `Schritt ${step}: Von ${low} bis ${high} liegen ${count} von ${total} Werten.`,
  allEqual: (step: string, value: string, count: string, total: string) =>
    `Schritt ${step}: Bei ${value} liegen ${count} von ${total} Werten.`,
  noValues: (step: string, count: string, total: string) =>
    `Schritt ${step}: Hier liegen ${count} von ${total} Werten.`,
  valueAxis: 'Wert',
  bandKey: { inner: 'mittlere 38 %', usual: '68 %', wide: '86 %', all: 'alle Werte' },
  edges: ['0 %', '7 %', '16 %', '31 %', '50 %', '69 %', '84 %', '93 %', '100 %'],
  bandsAt: (at: {
    step: string
    median: string
    inner: readonly [string, string]
    outer: readonly [string, string]
  }) =>
    `Schritt ${at.step}: die Hälfte unter ${at.median}, 68 % von ${at.inner[0]} bis ${at.inner[1]}, alle von ${at.outer[0]} bis ${at.outer[1]}`,
  recordedSteps: 'aufgezeichnete Schritte',
  follow: 'Zum neuesten',
  following: 'folgt dem Lauf',
  layers: { first: 'Schicht 1', second: 'Schicht 2', slices: 'Filter 2' },
  scaleOver: 'Farbskala für',
  stepScales: { run: 'alle Schritte', step: 'diesen Schritt' },
  pictures: {
    digits: 'Eingabe',
    'conv1/weights': 'Filter',
    conv1: 'Faltung und ReLU',
    pool1: 'Max-Pooling',
    'conv2/weights': 'Filter: je Spalte einer, mit 32 Kanälen',
    conv2: 'Faltung und ReLU',
    pool2: 'Max-Pooling',
  },
  places: {
    digits: ({ map, label, row, column }: Place) =>
      `Bild ${map} (Label ${label}), Zeile ${row}, Spalte ${column}`,
    'conv1/weights': ({ map, row, column }: Place) => `Filter ${map}, Zeile ${row}, Spalte ${column}`,
    conv1: mapPlaceDe,
    pool1: mapPlaceDe,
    'conv2/weights': ({ from, to, row, column }: Place) =>
      `Filter ${to}, Kanal ${from}, Zeile ${row}, Spalte ${column}`,
    conv2: mapPlaceDe,
    pool2: mapPlaceDe,
  },
  recordedValue: (at: { step: string; place: string; value: string; precision: string }) =>
    `Schritt ${at.step}, ${at.place}: ${at.value} (auf ${at.precision} genau)`,
  hintImages: 'Zeig auf ein Bild: Hier steht dann der Wert. Aufgezeichnet wird in 256 Stufen.',
}
export type InstrumentsWords = typeof de

const en: InstrumentsWords = {
  instrument: 'Instrument:',
  views: {
    scalars: 'Scalars',
    distributions: 'Distributions',
    images: 'Images',
    graph: 'Graph',
    trace: 'Time',
    busy: 'Load',
    export: 'Export',
  },
  show: 'Show:',
  subjects: { run: 'run', values: 'weights, activations' },
  smoothing: 'Smoothing',
  step: 'Step',
  scale: 'Axis:',
  scales: { logarithmic: 'logarithmic', linear: 'linear' },
  loss: 'Cross-entropy',
  accuracy: 'Accuracy',
  keep: 'Keep probability',
  train: 'Training: one batch, with dropout',
  test: 'Test data, without dropout',
  trainBatch: 'Training: the last batch',
  testImages: 'Test data: always the same',
  raw: 'faint: not smoothed',
  across: 'across: step',
  hintCurve: 'Point at the curve: step and values appear here.',
  nothingYet: 'No step yet.',
  atStep: (step) => `Step ${step}`,
  of: (name, text) => `${name}. ${text}`,
  named: (name, value) => `${name} ${value}`,
  smoothName: (name) => `${name}, smoothed`,
  smoothedTo: (value, smooth) => `${value}, smoothed ${smooth}`,
  layer: 'Layer:',
  quantity: 'Values:',
  quantities: { weights: 'weights', bias: 'biases', activations: 'activations' },
  logits: 'logits',
  images: 'Images:',
  splits: { train: 'training', test: 'test' },
  noSummary: 'Nothing is recorded yet. As soon as the network is ready, step 0 appears here.',
  statistics: {
    mean: 'Mean',
    deviation: 'Standard deviation',
    min: 'Smallest value',
    max: 'Largest value',
  },
  ridges: 'Histogram of each step',
  bands: 'Distribution over the steps',
  height: 'Height:',
  heights: { linear: 'linear', logarithmic: 'log' },
  hintRidges: 'Point at a histogram: how many values lie where appears here.',
  hintBands: 'Point at a band: between which values it lies appears here.',
  ridgesNow: (count, step) => `${count} recorded steps, the newest is step ${step}`,
  bin: (step, low, high, count, total) =>
    `Step ${step}: ${count} of ${total} values lie from ${low} to ${high}.`,
  allEqual: (step, value, count, total) => `Step ${step}: ${count} of ${total} values lie at ${value}.`,
  noValues: (step, count, total) => `Step ${step}: ${count} of ${total} values lie here.`,
  valueAxis: 'value',
  bandKey: { inner: 'middle 38%', usual: '68%', wide: '86%', all: 'all values' },
  edges: ['0%', '7%', '16%', '31%', '50%', '69%', '84%', '93%', '100%'],
  bandsAt: (at) =>
    `Step ${at.step}: half of them below ${at.median}, 68% from ${at.inner[0]} to ${at.inner[1]}, all from ${at.outer[0]} to ${at.outer[1]}`,
  recordedSteps: 'recorded steps',
  follow: 'To the newest',
  following: 'follows the run',
  layers: { first: 'layer 1', second: 'layer 2', slices: 'filters 2' },
  scaleOver: 'Colour scale for',
  stepScales: { run: 'all steps', step: 'this step' },
  pictures: {
    digits: 'Input',
    'conv1/weights': 'Filters',
    conv1: 'Convolution and ReLU',
    pool1: 'Max pooling',
    'conv2/weights': 'Filters: one per column, with 32 channels',
    conv2: 'Convolution and ReLU',
    pool2: 'Max pooling',
  },
  places: {
    digits: ({ map, label, row, column }) => `image ${map} (label ${label}), row ${row}, column ${column}`,
    'conv1/weights': ({ map, row, column }) => `filter ${map}, row ${row}, column ${column}`,
    conv1: mapPlaceEn,
    pool1: mapPlaceEn,
    'conv2/weights': ({ from, to, row, column }) =>
      `filter ${to}, channel ${from}, row ${row}, column ${column}`,
    conv2: mapPlaceEn,
    pool2: mapPlaceEn,
  },
  recordedValue: (at) => `Step ${at.step}, ${at.place}: ${at.value} (to within ${at.precision})`,
  hintImages: 'Point at a picture: the value appears here. It is recorded in 256 levels.',
}

export const instrumentsWords = { de, en }
