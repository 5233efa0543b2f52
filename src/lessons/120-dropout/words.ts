const de = {
  before: '1 024 Neuronen',
  mask: '× Maske',
  after: '= nach Dropout',
  maskName: 'Dropout-Maske: gefüllt heißt behalten, leer heißt ausgeschaltet',
  maskHint: 'Gefüllt: an. Leer: aus.',
  kept: (neuron: string, factor: string) => `Neuron ${neuron}: mal ${factor}`,
  dropped: (neuron: string) => `Neuron ${neuron}: mal 0, aus`,
  hint: 'Zeig auf ein Neuron.',
  keep: 'Behaltewahrscheinlichkeit',
  counts: (off: string, active: string, activeOff: string) =>
    `${off} von 1 024 Neuronen sind gerade aus. Darunter sind ${activeOff} der ${active} aktiven.`,
  factor: (keep: string, factor: string) => `Behaltene Werte: geteilt durch ${keep}, also mal ${factor}.`,
  onlyHere: (trained: string) => `Der Regler gilt nur hier. Das Training nimmt immer ${trained}.`,
  passes: (count: string) => `Dieselbe Ziffer ${count}-mal mit Dropout`,
  again: (count: string) => `${count} neue Masken`,
  digit: 'Ziffer',
  passColumns: (count: string) => `${count} Durchgänge, jeder mit eigener Maske`,
  answers: 'Antwor\u00adten',
  mean: 'im Mittel',
  without: 'ohne Drop\u00adout',
  sum: 'Summe',
  pass: (pass: string, digit: string, share: string) => `Durchgang ${pass}, Ziffer ${digit}: ${share}`,
  passesHint: 'Eine Spalte ist ein Durchgang, umrahmt seine Antwort.',
  verdict: (answer: string, count: string, all: string) =>
    `Ohne Dropout: Antwort ${answer}. Mit Dropout ist sie es ${count} von ${all} Mal.`,
  shares: 'Farbskala der Wahrscheinlichkeiten: von 0 bis 100 Prozent',
  nothing: 'noch keine Werte',
}
export type DropoutWords = typeof de

const en: DropoutWords = {
  before: '1,024 neurons',
  mask: '× mask',
  after: '= after dropout',
  maskName: 'Dropout mask: filled means kept, empty means switched off',
  maskHint: 'Filled: on. Empty: off.',
  kept: (neuron, factor) => `neuron ${neuron}: times ${factor}`,
  dropped: (neuron) => `neuron ${neuron}: times 0, off`,
  hint: 'Point at a neuron.',
  keep: 'Keep probability',
  counts: (off, active, activeOff) =>
    `${off} of 1,024 neurons are off, among them ${activeOff} of the ${active} active ones.`,
  factor: (keep, factor) => `Kept values: divided by ${keep}, that is times ${factor}.`,
  onlyHere: (trained) => `The slider is for this figure alone. Training always uses ${trained}.`,
  passes: (count) => `The same digit ${count} times with dropout`,
  again: (count) => `${count} new masks`,
  digit: 'Digit',
  passColumns: (count) => `${count} passes, each with its own mask`,
  answers: 'Answers',
  mean: 'on average',
  without: 'without dropout',
  sum: 'Sum',
  pass: (pass, digit, share) => `pass ${pass}, digit ${digit}: ${share}`,
  passesHint: 'A column is a pass; its answer is framed.',
  verdict: (answer, count, all) =>
    `Without dropout: answer ${answer}. With dropout it is so ${count} of ${all} times.`,
  shares: 'Colour scale of the probabilities: from 0 to 100 per cent',
  nothing: 'no values yet',
}

export const dropoutWords = { de, en }
