/** Each stage of the journey: its name, a short one for the row of stages, and in a sentence what it does. */
import type { StageTap } from './explain.ts'

type StageWords = { readonly name: string; readonly short: string; readonly does: string }

const de = {
  journey: 'Der Weg der Ziffer durch das Netz',
  stages: {
    input: { name: 'Eingabe', short: 'Eingabe', does: 'Die Ziffer: 784 Pixel, jedes eine Zahl von 0 bis 1.' },
    'conv1/pre': {
      name: 'Erste Faltung',
      short: 'Faltung',
      does: '32 Filter suchen je ein Muster, überall im Bild. Jeder ergibt eine Karte.',
    },
    conv1: { name: 'ReLU', short: 'ReLU', does: 'Was negativ ist, wird null. Was positiv ist, bleibt.' },
    pool1: {
      name: 'Erstes Max-Pooling',
      short: 'Pooling',
      does: 'Von vier Nachbarn bleibt der größte Wert. Höhe und Breite halbieren sich.',
    },
    'conv2/pre': {
      name: 'Zweite Faltung',
      short: 'Faltung',
      does: '64 Filter suchen Muster in allen 32 Karten zugleich.',
    },
    conv2: { name: 'ReLU', short: 'ReLU', does: 'Wieder wird null, was negativ ist.' },
    pool2: {
      name: 'Zweites Max-Pooling',
      short: 'Pooling',
      does: 'Noch einmal halbe Höhe und halbe Breite: 64 Karten aus 7×7 Werten.',
    },
    fc1: {
      name: 'Vollständig verbunden',
      short: 'Neuronen',
      does: 'Jedes der 1 024 Neuronen wägt alle 3 136 Werte ab. Negatives wird null.',
    },
    fc2: {
      name: 'Vollständig verbunden: zehn Logits',
      short: 'Logits',
      does: 'Für jede Ziffer eine Summe aus allen 1 024 Werten.',
    },
    softmax: {
      name: 'Antwort',
      short: 'Antwort',
      does: 'Softmax macht aus den zehn Summen Wahrscheinlichkeiten. Zusammen sind es 100 %.',
    },
  } satisfies Record<StageTap, StageWords>,
  counts: (shape: string, values: string, learned: string) => `Form ${shape}: ${values} Werte. ${learned}`,
  parameters: (count: string) => `Dafür lernt das Netz ${count} Parameter.`,
  noParameters: 'Gelernt wird hier nichts.',
  hint: 'Zeig auf eine Stelle: Hier steht dann ihr genauer Wert. Ein Klick zeigt, wie er entsteht.',
  ofDigit: (digit: number, value: string) => `Ziffer ${digit}: ${value}`,
  value: (stage: string, cell: string) => `${stage}, ${cell}`,
}
export type OverviewWords = typeof de

const en: OverviewWords = {
  journey: 'The digit’s way through the network',
  stages: {
    input: { name: 'Input', short: 'Input', does: 'The digit: 784 pixels, each a number from 0 to 1.' },
    'conv1/pre': {
      name: 'First convolution',
      short: 'Convolved',
      does: '32 filters each look for a pattern, everywhere in the image. Each gives one map.',
    },
    conv1: { name: 'ReLU', short: 'ReLU', does: 'What is negative becomes zero. What is positive stays.' },
    pool1: {
      name: 'First max pooling',
      short: 'Pooled',
      does: 'Of four neighbours the largest value stays. Height and width are halved.',
    },
    'conv2/pre': {
      name: 'Second convolution',
      short: 'Convolved',
      does: '64 filters look for patterns in all 32 maps at once.',
    },
    conv2: { name: 'ReLU', short: 'ReLU', does: 'Again what is negative becomes zero.' },
    pool2: {
      name: 'Second max pooling',
      short: 'Pooled',
      does: 'Half the height and half the width once more: 64 maps of 7×7 values.',
    },
    fc1: {
      name: 'Fully connected',
      short: 'Neurons',
      does: 'Each of the 1,024 neurons weighs up all 3,136 values. Negatives become zero.',
    },
    fc2: {
      name: 'Fully connected: ten logits',
      short: 'Logits',
      does: 'For each digit one sum of all 1,024 values.',
    },
    softmax: {
      name: 'Answer',
      short: 'Answer',
      does: 'Softmax turns the ten sums into probabilities. Together they are 100%.',
    },
  },
  counts: (shape, values, learned) => `Shape ${shape}: ${values} values. ${learned}`,
  parameters: (count) => `For this the network learns ${count} parameters.`,
  noParameters: 'Nothing is learned here.',
  hint: 'Point at any place: its exact value appears here. A click shows how it comes about.',
  ofDigit: (digit, value) => `digit ${digit}: ${value}`,
  value: (stage, cell) => `${stage}, ${cell}`,
}

export const overviewWords = { de, en }
