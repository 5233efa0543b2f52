/** What each stop of the slow step is called and says, and the names of its pictures. */
import type { StopId } from './stops.ts'

type Named = Readonly<
  Record<StopId, { readonly short: string; readonly name: string; readonly says: string }>
>

const de: Named = {
  input: {
    short: 'Bild',
    name: 'Vorwärts: das Bild',
    says: 'Eines von 50. Der Schritt nimmt alle; verfolgt wird hier dieses.',
  },
  conv1: {
    short: 'conv1',
    name: 'Vorwärts: erste Faltung',
    says: '32 Karten nach ReLU, berechnet mit den Gewichten von vor dem Schritt.',
  },
  pool1: {
    short: 'pool1',
    name: 'Vorwärts: erstes Max-Pooling',
    says: 'Von je vier Werten bleibt der größte.',
  },
  conv2: { short: 'conv2', name: 'Vorwärts: zweite Faltung', says: '64 Karten nach ReLU.' },
  pool2: { short: 'pool2', name: 'Vorwärts: zweites Max-Pooling', says: '64 kleine Karten, 3136 Zahlen.' },
  fc1: {
    short: 'fc1',
    name: 'Vorwärts: 1024 Neuronen und Dropout',
    says: 'Beim Training fällt etwa die Hälfte aus, der Rest wird verdoppelt. Es ist die Maske dieses Schritts.',
  },
  fc2: {
    short: 'fc2',
    name: 'Vorwärts: Logits und Wahrscheinlichkeiten',
    says: 'Die Antwort auf dieses Bild, mit Dropout.',
  },
  loss: {
    short: 'L',
    name: 'Verlust',
    says: 'Der Schritt soll das Mittel dieser 50 Verluste senken.',
  },
  backFc2: {
    short: 'fc2',
    name: 'Rückwärts: Gradienten der Logits',
    says: 'Wahrscheinlichkeit minus 1 beim Label, sonst die Wahrscheinlichkeit, alles durch 50. Orange: Dieser Wert müsste sinken. Blau: Er müsste steigen.',
  },
  backFc1: {
    short: 'fc1',
    name: 'Rückwärts: durch Dropout und ReLU',
    says: 'Wo Dropout ein Neuron ausließ oder ReLU es auf null setzte, kommt nichts zurück: Diese Gewichte lernen von diesem Bild nichts.',
  },
  backPool2: {
    short: 'pool2',
    name: 'Rückwärts: vor fc1',
    says: 'Jeder Wert sammelt die Gradienten von 1024 Neuronen ein, jeden mal seinem Gewicht.',
  },
  backConv2: {
    short: 'conv2',
    name: 'Rückwärts: zweite Faltung',
    says: 'Nur die Sieger des Max-Poolings bekommen einen Gradienten, und nur, wo ReLU nicht gesperrt hat.',
  },
  backPool1: {
    short: 'pool1',
    name: 'Rückwärts: vor der zweiten Faltung',
    says: 'Jeder Wert lag in bis zu 25 Fenstern von 64 Filtern und sammelt aus allen.',
  },
  backConv1: {
    short: 'conv1',
    name: 'Rückwärts: erste Faltung',
    says: 'Wieder nur die Sieger. Daneben die Gradienten der 32 Filter: über alle Stellen und alle 50 Bilder summiert.',
  },
  backInput: {
    short: 'Bild',
    name: 'Rückwärts: bis zu den Pixeln',
    says: 'Pixel lernen nicht. Aber so sieht man, welche den Verlust erhöhen (orange) oder senken (blau), wenn sie dunkler werden.',
  },
  adam: {
    short: 'Adam',
    name: 'Adam: aus Gradienten werden Änderungen',
    says: 'm ist das Mittel der Gradienten, v das ihrer Quadrate.',
  },
  filter: {
    short: 'Filter',
    name: 'Adam: das Gewicht und seine Nachbarn',
    says: 'Vorher und nachher haben dieselbe Skala und sehen gleich aus: So klein ist ein Schritt. Die Änderung hat eine eigene Skala.',
  },
  check: {
    short: 'Probe',
    name: 'Probe: Stimmt der Gradient?',
    says: 'Er sagt, wie sich der Verlust ändert. Das lässt sich nachmessen.',
  },
}

const en: Named = {
  input: {
    short: 'image',
    name: 'Forward: the image',
    says: 'One of 50. The step takes all of them; this is the one followed here.',
  },
  conv1: {
    short: 'conv1',
    name: 'Forward: first convolution',
    says: '32 maps after ReLU, computed with the weights from before the step.',
  },
  pool1: {
    short: 'pool1',
    name: 'Forward: first max pooling',
    says: 'Of every four values the largest stays.',
  },
  conv2: { short: 'conv2', name: 'Forward: second convolution', says: '64 maps after ReLU.' },
  pool2: { short: 'pool2', name: 'Forward: second max pooling', says: '64 small maps, 3,136 numbers.' },
  fc1: {
    short: 'fc1',
    name: 'Forward: 1,024 neurons and dropout',
    says: 'In training about half of them are left out, the rest is doubled. This is the mask of this very step.',
  },
  fc2: {
    short: 'fc2',
    name: 'Forward: logits and probabilities',
    says: 'The answer to this image, with dropout.',
  },
  loss: {
    short: 'L',
    name: 'Loss',
    says: 'The step is to lower the mean of these 50 losses.',
  },
  backFc2: {
    short: 'fc2',
    name: 'Backward: gradients of the logits',
    says: 'Probability minus 1 for the label, else the probability, all divided by 50. Orange: this value should go down. Blue: it should go up.',
  },
  backFc1: {
    short: 'fc1',
    name: 'Backward: through dropout and ReLU',
    says: 'Where dropout left a neuron out or ReLU set it to zero, nothing comes back: those weights learn nothing from this image.',
  },
  backPool2: {
    short: 'pool2',
    name: 'Backward: in front of fc1',
    says: 'Each value gathers the gradients of 1,024 neurons, each times its weight.',
  },
  backConv2: {
    short: 'conv2',
    name: 'Backward: second convolution',
    says: 'Only the winners of max pooling get a gradient, and only where ReLU let them pass.',
  },
  backPool1: {
    short: 'pool1',
    name: 'Backward: in front of the second convolution',
    says: 'Each value lay in up to 25 windows of 64 filters and gathers from all of them.',
  },
  backConv1: {
    short: 'conv1',
    name: 'Backward: first convolution',
    says: 'Again only the winners. Beside them the gradients of the 32 filters: summed over all places and all 50 images.',
  },
  backInput: {
    short: 'image',
    name: 'Backward: down to the pixels',
    says: 'Pixels do not learn. But this shows which of them raise the loss (orange) or lower it (blue) when they get darker.',
  },
  adam: {
    short: 'Adam',
    name: 'Adam: gradients become updates',
    says: 'm is the mean of the gradients, v that of their squares.',
  },
  filter: {
    short: 'filter',
    name: 'Adam: the weight and its neighbours',
    says: 'Before and after have the same scale and look alike: so small is one step. The update has a scale of its own.',
  },
  check: {
    short: 'check',
    name: 'Check: is the gradient right?',
    says: 'It says how the loss changes. That can be measured.',
  },
}

export const stopWords = { de, en }

const planesDe: Readonly<Record<string, string>> = {
  input: 'Das Bild',
  conv1: 'Karten von conv1 nach ReLU',
  pool1: 'Karten von pool1',
  conv2: 'Karten von conv2 nach ReLU',
  pool2: 'Karten von pool2',
  fc1: 'fc1 nach ReLU',
  dropout: 'nach dem Dropout',
  fc2: 'Logits',
  softmax: 'Wahrscheinlichkeiten',
  'fc2/gradient': 'Gradient der Logits',
  'dropout/gradient': 'Gradient nach dem Dropout',
  'fc1/pre/gradient': 'Gradient vor ReLU',
  'pool2/gradient': 'Gradient an pool2',
  'conv2/pre/gradient': 'Gradient an conv2, vor ReLU',
  'pool1/gradient': 'Gradient an pool1',
  'conv1/pre/gradient': 'Gradient an conv1, vor ReLU',
  'input/gradient': 'Gradient an den Pixeln',
}

const planesEn: Readonly<Record<string, string>> = {
  input: 'The image',
  conv1: 'Maps of conv1 after ReLU',
  pool1: 'Maps of pool1',
  conv2: 'Maps of conv2 after ReLU',
  pool2: 'Maps of pool2',
  fc1: 'fc1 after ReLU',
  dropout: 'after dropout',
  fc2: 'Logits',
  softmax: 'Probabilities',
  'fc2/gradient': 'Gradient of the logits',
  'dropout/gradient': 'Gradient after dropout',
  'fc1/pre/gradient': 'Gradient before ReLU',
  'pool2/gradient': 'Gradient at pool2',
  'conv2/pre/gradient': 'Gradient at conv2, before ReLU',
  'pool1/gradient': 'Gradient at pool1',
  'conv1/pre/gradient': 'Gradient at conv1, before ReLU',
  'input/gradient': 'Gradient at the pixels',
}

export const planeWords = { de: planesDe, en: planesEn }
