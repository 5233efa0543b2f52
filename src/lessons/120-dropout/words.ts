const de = {
  before: '1 024 Neuronen ohne Dropout',
  mask: 'Die Maske dieses Schritts',
  after: 'Neuronen mal Maske',
  maskName: 'Dropout-Maske: gefüllt heißt behalten, leer heißt ausgeschaltet',
  maskHint: 'Gefüllt: an. Leer: aus.',
  kept: (neuron: string, factor: string) => `Neuron ${neuron}: mal ${factor}`,
  dropped: (neuron: string) => `Neuron ${neuron}: mal 0, aus`,
  hint: 'Zeig auf ein Neuron.',
  keep: 'Behaltewahrscheinlichkeit',
  counts: (off: string, active: string, activeOff: string) =>
    `${off} von 1 024 Neuronen sind gerade aus. Darunter sind ${activeOff} der ${active} aktiven.`,
  factor: (keep: string, factor: string) => `Behaltene Werte: geteilt durch ${keep}, also mal ${factor}.`,
  onlyHere: (trained: string) =>
    `Der Regler gilt nur für diese Abbildung. Das Training nimmt immer ${trained}; sonst arbeitet das Netz überall ohne Dropout, auch bei der Antwort.`,
  nothing: 'noch keine Werte',
}
export type DropoutWords = typeof de

const en: DropoutWords = {
  before: '1,024 neurons without dropout',
  mask: 'The mask of this step',
  after: 'Neurons times mask',
  maskName: 'Dropout mask: filled means kept, empty means switched off',
  maskHint: 'Filled: on. Empty: off.',
  kept: (neuron, factor) => `neuron ${neuron}: times ${factor}`,
  dropped: (neuron) => `neuron ${neuron}: times 0, off`,
  hint: 'Point at a neuron.',
  keep: 'Keep probability',
  counts: (off, active, activeOff) =>
    `${off} of 1,024 neurons are off right now. Among them are ${activeOff} of the ${active} active ones.`,
  factor: (keep, factor) => `Kept values: divided by ${keep}, that is times ${factor}.`,
  onlyHere: (trained) =>
    `The slider is for this figure alone. Training always uses ${trained}; everywhere else, the answer included, the network works without dropout.`,
  nothing: 'no values yet',
}

export const dropoutWords = { de, en }
