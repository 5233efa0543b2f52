/** Each stage: its name, and in one line what it does. Shapes are height × width × maps. */
import type { ScaleScope } from '../../figures/scale.ts'
import type { OverviewTap } from './explain.ts'

const de = {
  stages: {
    input: ['Eingabe', 'ein Bild aus Pixeln'],
    conv1: ['Faltung', 'sucht 32 Muster'],
    pool1: ['Max-Pooling', 'halbe Größe'],
    conv2: ['Faltung', 'sucht 64 Muster in den 32 Karten'],
    pool2: ['Max-Pooling', 'halbe Größe'],
    fc1: ['Vollständig verbunden', 'wägt alle Werte ab'],
    softmax: ['Antwort', 'Wahrscheinlichkeiten'],
  } satisfies Record<OverviewTap, readonly [name: string, does: string]>,
  hint: 'Zeig auf eine Stelle: Hier steht dann ihr genauer Wert.',
  legend: 'Farbskala: vom Hintergrund (null) bis zur Tinte (größter Wert)',
  most: 'max.',
  legendEnd: {
    map: 'max. = größter Wert der Karte',
    layer: 'max. = größter Wert der Schicht',
    network: 'max. = größter Wert im Netz',
  } satisfies Record<ScaleScope, string>,
  value: (stage: string, cell: string) => `${stage}, ${cell}`,
}
export type OverviewWords = typeof de

const en: OverviewWords = {
  stages: {
    input: ['Input', 'an image of pixels'],
    conv1: ['Convolution', 'looks for 32 patterns'],
    pool1: ['Max pooling', 'half the size'],
    conv2: ['Convolution', 'looks for 64 patterns in the 32 maps'],
    pool2: ['Max pooling', 'half the size'],
    fc1: ['Fully connected', 'weighs up all values'],
    softmax: ['Answer', 'probabilities'],
  },
  hint: 'Point at any place: its exact value appears here.',
  legend: 'Colour scale: from background (zero) to ink (largest value)',
  most: 'max.',
  legendEnd: {
    map: 'max. = largest value of the map',
    layer: 'max. = largest value of the layer',
    network: 'max. = largest value in the network',
  },
  value: (stage, cell) => `${stage}, ${cell}`,
}

export const overviewWords = { de, en }
