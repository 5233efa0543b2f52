const de = {
  logits: 'Zehn Logits: alles zwischen minus und plus',
  logitsHint: 'Zeig auf einen Balken: Hier steht sein genauer Wert.',
  probabilities: 'Softmax: zehn Wahrscheinlichkeiten',
  table: 'Aus Logits werden Wahrscheinlichkeiten',
  digit: 'Ziffer',
  logit: 'Logit',
  exponential: 'e^Logit',
  inUnits: (power: string) => `e^Logit in ${power}`,
  probability: 'Anteil',
  sum: 'Summe',
  isAnswer: 'Antwort',
  isLabel: 'Label',
  isBoth: 'Antwort = Label',
  bar: (digit: string, value: string) => `Ziffer ${digit}: ${value}`,
  nothing: 'noch keine Werte',
  answerNow: (digit: string, value: string) => `am größten bei der ${digit}: ${value}`,
  example: (digit: string, part: string, sum: string, probability: string) =>
    `Ziffer ${digit}: ${part} / ${sum} = ${probability}`,
  right: (label: string) => `Das Label ist ${label}. Die Antwort stimmt.`,
  wrong: (label: string) => `Das Label ist ${label}. Die Antwort ist falsch.`,
  noLabel: 'Eine gezeichnete Ziffer hat kein Label.',
  rounding: (exponentials: string, shares: string) =>
    `Rundung: ${exponentials} bei e^Logit, ${shares} beim Anteil.`,
}
export type AnswerWords = typeof de

const en: AnswerWords = {
  logits: 'Ten logits: anything from minus to plus',
  logitsHint: 'Point at a bar: its exact value shows here.',
  probabilities: 'Softmax: ten probabilities',
  table: 'How logits become probabilities',
  digit: 'Digit',
  logit: 'Logit',
  exponential: 'e^logit',
  inUnits: (power) => `e^logit in ${power}`,
  probability: 'Share',
  sum: 'Sum',
  isAnswer: 'answer',
  isLabel: 'label',
  isBoth: 'answer = label',
  bar: (digit, value) => `digit ${digit}: ${value}`,
  nothing: 'no values yet',
  answerNow: (digit, value) => `largest for ${digit}: ${value}`,
  example: (digit, part, sum, probability) => `Digit ${digit}: ${part} / ${sum} = ${probability}`,
  right: (label) => `The label is ${label}. The answer is right.`,
  wrong: (label) => `The label is ${label}. The answer is wrong.`,
  noLabel: 'A drawn digit has no label.',
  rounding: (exponentials, shares) => `Rounding: ${exponentials} for e^logit, ${shares} for the share.`,
}

export const answerWords = { de, en }
