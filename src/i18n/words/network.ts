/** Words of the ribbon: the stages of the network and what they show. */

export const de = {
  ribbon: 'Das ganze Netz',
  stages: {
    input: 'Ziffer',
    conv1: 'conv1',
    pool1: 'pool1',
    conv2: 'conv2',
    pool2: 'pool2',
    fc1: 'fc1',
    fc2: 'fc2',
    answer: 'Antwort',
  },
  /** What each picture is, for those who do not see it. */
  pictures: {
    input: 'Die beobachtete Ziffer, 28 × 28 Pixel',
    conv1: 'Die 32 Karten der ersten Faltung nach ReLU',
    pool1: 'Die 32 Karten nach dem ersten Max-Pooling',
    conv2: 'Die 64 Karten der zweiten Faltung nach ReLU',
    pool2: 'Die 64 Karten nach dem zweiten Max-Pooling',
    fc1: 'Die 1\u202f024 Neuronen der vollständig verbundenen Schicht',
    fc2: 'Die zehn Wahrscheinlichkeiten nach Softmax',
    answer: 'Die Antwort des Netzes',
  },
  goTo: (lesson: string) => `Zur Lektion „${lesson}“`,
  nothingYet: 'noch keine Werte',
  mapsNow: (silent: string, total: string, largest: string, step: string) =>
    `Schritt ${step}: ${silent} von ${total} Karten sind ganz null, der größte Wert ist ${largest}.`,
  neuronsNow: (active: string, total: string, largest: string, step: string) =>
    `Schritt ${step}: ${active} von ${total} Neuronen sind aktiv, der größte Wert ist ${largest}.`,
  digitNow: (label: string) => `Label ${label}.`,
  drawnNow: 'selbst gezeichnet.',
  answerNow: (digit: string, probability: string, step: string) =>
    `Schritt ${step}: ${digit} mit ${probability}.`,
}

export const en = {
  ribbon: 'The whole network',
  stages: {
    input: 'Digit',
    conv1: 'conv1',
    pool1: 'pool1',
    conv2: 'conv2',
    pool2: 'pool2',
    fc1: 'fc1',
    fc2: 'fc2',
    answer: 'Answer',
  },
  pictures: {
    input: 'The watched digit, 28 × 28 pixels',
    conv1: 'The 32 maps of the first convolution, after ReLU',
    pool1: 'The 32 maps after the first max pooling',
    conv2: 'The 64 maps of the second convolution, after ReLU',
    pool2: 'The 64 maps after the second max pooling',
    fc1: 'The 1,024 neurons of the fully connected layer',
    fc2: 'The ten probabilities after softmax',
    answer: 'The answer of the network',
  },
  goTo: (lesson: string) => `Go to the lesson “${lesson}”`,
  nothingYet: 'no values yet',
  mapsNow: (silent: string, total: string, largest: string, step: string) =>
    `Step ${step}: ${silent} of ${total} maps are all zero, the largest value is ${largest}.`,
  neuronsNow: (active: string, total: string, largest: string, step: string) =>
    `Step ${step}: ${active} of ${total} neurons are active, the largest value is ${largest}.`,
  digitNow: (label: string) => `label ${label}.`,
  drawnNow: 'drawn by hand.',
  answerNow: (digit: string, probability: string, step: string) =>
    `Step ${step}: ${digit} with ${probability}.`,
} satisfies typeof de
