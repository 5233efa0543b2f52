/** Terms of the network: what its layers do and what they are made of. Each with its word and its definition. */
import type { Entry } from '../glossary.ts'

export const networkTerms = {
  tensor: {
    de: ['Tensor', 'Ein Zahlenblock mit einer Form, zum Beispiel 28 × 28 × 1: Zeilen, Spalten und Kanäle.'],
    en: ['tensor', 'A block of numbers with a shape, for example 28 × 28 × 1: rows, columns and channels.'],
  },
  weight: {
    de: [
      'Gewicht',
      'Eine Zahl, mit der das Netz eine Eingabe malnimmt. Beim Training lernt es, wie groß sie sein soll.',
    ],
    en: [
      'weight',
      'A number by which the network multiplies an input. Training finds out how large it should be.',
    ],
  },
  bias: {
    de: [
      'Bias',
      'Eine gelernte Zahl, die am Ende zu jeder Summe dazukommt. Sie verschiebt, ab wann etwas als Treffer gilt.',
    ],
    en: [
      'bias',
      'A learned number that is added to every sum at the end. It shifts where something begins to count as a hit.',
    ],
  },
  filter: {
    de: [
      'Filter',
      'Ein kleines Muster aus Gewichten, hier 5 × 5 je Kanal, das über das ganze Bild geschoben wird. Auch Kernel genannt.',
    ],
    en: [
      'filter',
      'A small pattern of weights, here 5 × 5 per channel, that is moved across the whole image. Also called kernel.',
    ],
  },
  'filter-channel': {
    de: [
      'Filterkanal',
      'Eine Scheibe eines Filters aus 5 × 5 Gewichten. Sie liest genau eine der Karten davor.',
    ],
    en: [
      'filter channel',
      'One slice of a filter with 5 × 5 weights. It reads exactly one of the maps before it.',
    ],
  },
  convolution: {
    de: [
      'Faltung',
      'Ein Filter wandert über ein Bild. An jeder Stelle werden Pixel und Gewichte malgenommen und alles zusammengezählt.',
    ],
    en: [
      'convolution',
      'A filter moves across an image. At every place, pixels and weights are multiplied and everything is added up.',
    ],
  },
  'feature-map': {
    de: [
      'Merkmalskarte',
      'Ein Bild aus Zahlen, das sagt, wo ein Filter sein Muster wie stark gefunden hat. Kurz: Karte.',
    ],
    en: [
      'feature map',
      'An image of numbers that tells where a filter found its pattern, and how strongly. In short: map.',
    ],
  },
  'convolved-map': {
    de: [
      'Faltungsergebnis',
      'Was aus einem Bild wird, wenn ein Filter es gefaltet hat: eine Karte, noch ohne ReLU.',
    ],
    en: [
      'convolved map',
      'What becomes of an image after the convolution with one filter: a map, before ReLU.',
    ],
  },
  stride: {
    de: ['Schrittweite', 'Um wie viele Pixel ein Fenster weiterrückt, bevor es wieder rechnet.'],
    en: ['stride', 'By how many pixels a window moves on before it computes again.'],
  },
  padding: {
    de: [
      'Auffüllen mit Nullen',
      'Ein Rand aus Nullen um das Bild. So passt das Fenster auch am Rand, und die Karte wird gleich groß.',
    ],
    en: [
      'padding',
      'A border of zeros around the image. It lets the window fit at the border too, and keeps the map the same size.',
    ],
  },
  relu: {
    de: ['ReLU', 'Eine Regel: Negative Zahlen werden null, alle anderen bleiben. Als Formel: max(0, x).'],
    en: ['ReLU', 'A rule: negative numbers become zero, all others stay. As a formula: max(0, x).'],
  },
  activation: {
    de: ['Aktivierung', 'Der Wert, den ein Neuron oder ein Pixel einer Karte nach ReLU weitergibt.'],
    en: ['activation', 'The value that a neuron, or a pixel of a map, passes on after ReLU.'],
  },
  'pre-activation': {
    de: ['Voraktivierung', 'Die Summe aus Eingaben mal Gewichten plus Bias, bevor ReLU sie verändert.'],
    en: ['pre-activation', 'The sum of inputs times weights plus bias, before ReLU changes it.'],
  },
  'max-pooling': {
    de: [
      'Max-Pooling',
      'Aus jedem Fenster, hier 2 × 2, bleibt nur der größte Wert. Höhe und Breite halbieren sich.',
    ],
    en: [
      'max pooling',
      'Of every window, here 2 × 2, only the largest value stays. Height and width are halved.',
    ],
  },
  'receptive-field': {
    de: [
      'rezeptives Feld',
      'Der Teil der Ziffer, von dem ein Wert überhaupt etwas mitbekommt. Er wächst von Schicht zu Schicht.',
    ],
    en: [
      'receptive field',
      'The part of the digit that a value can know anything about. It grows from layer to layer.',
    ],
  },
  'fully-connected': {
    de: [
      'vollständig verbundene Schicht',
      'Eine Schicht, in der jeder Ausgang mit jedem Eingang verbunden ist, jedes Mal mit einem eigenen Gewicht.',
    ],
    en: [
      'fully connected layer',
      'A layer in which every output is connected to every input, each time by a weight of its own.',
    ],
  },
  logit: {
    de: [
      'Logit',
      'Die Zahl, die das Netz einer Ziffer gibt, bevor Softmax daraus Wahrscheinlichkeiten macht. Sie kann auch negativ sein.',
    ],
    en: [
      'logit',
      'The number the network gives to a digit before softmax makes probabilities of them. It may be negative.',
    ],
  },
  softmax: {
    de: [
      'Softmax',
      'Macht aus Logits Wahrscheinlichkeiten: e hoch jedes Logit, geteilt durch die Summe von allen.',
    ],
    en: [
      'softmax',
      'Turns logits into probabilities: e to the power of each logit, divided by the sum of all.',
    ],
  },
  probability: {
    de: [
      'Wahrscheinlichkeit',
      'Eine Zahl von 0 bis 1. Die zehn des Netzes ergeben zusammen 1 und sagen, wie sehr es auf jede Ziffer setzt.',
    ],
    en: [
      'probability',
      'A number from 0 to 1. The ten of the network sum to 1 and tell how much it bets on each digit.',
    ],
  },
  dropout: {
    de: [
      'Dropout',
      'Beim Training wird bei jedem Schritt ein zufälliger Teil der Neuronen auf null gesetzt. Beim Antworten nicht.',
    ],
    en: [
      'dropout',
      'During training, a random share of the neurons is set to zero at every step. Not when the network answers.',
    ],
  },
  'keep-probability': {
    de: [
      'Behaltewahrscheinlichkeit',
      'Wie wahrscheinlich ein Neuron beim Dropout in einem Schritt an bleibt. 0,5 heißt: etwa jedes zweite.',
    ],
    en: [
      'keep probability',
      'How likely a neuron is to stay on in a step of dropout. 0.5 means: about every second one.',
    ],
  },
} as const satisfies Record<string, Entry>
