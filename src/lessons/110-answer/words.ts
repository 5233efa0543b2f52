const de = {
  logits: 'Zehn Logits: positiv oder negativ',
  logitsHint: 'Zeig auf einen Balken.',
  probabilities: 'Softmax: zehn Wahrscheinlichkeiten',
  table: 'Aus Logits werden Wahrscheinlichkeiten',
  digit: 'Ziffer',
  logit: 'Logit',
  inUnits: (base: string) => ` in ${base}`,
  probability: 'Anteil',
  sum: 'Summe',
  isAnswer: 'Antwort',
  isLabel: 'Label',
  isBoth: 'Antwort, Label',
  bar: (digit: string, value: string) => `Ziffer ${digit}: ${value}`,
  nothing: 'noch keine Werte',
  answerNow: (digit: string, value: string) => `am größten bei der ${digit}: ${value}`,
  example: (digit: string, part: string, sum: string, probability: string) =>
    `Ziffer ${digit}: ${part} / ${sum} = ${probability}`,
  right: (label: string) => `Das Label ist ${label}. Die Antwort stimmt.`,
  wrong: (label: string) => `Das Label ist ${label}. Die Antwort ist falsch.`,
  noLabel: 'Eine gezeichnete Ziffer hat kein Label.',
  rounding: (exponentials: string, shares: string) =>
    `Rundung: ${exponentials} in der Summe, ${shares} bei den Anteilen.`,
}
export type AnswerWords = typeof de

const en: AnswerWords = {
  logits: 'Ten logits: positive or negative',
  logitsHint: 'Point at a bar.',
  probabilities: 'Softmax: ten probabilities',
  table: 'How logits become probabilities',
  digit: 'Digit',
  logit: 'Logit',
  inUnits: (base) => ` in ${base}`,
  probability: 'Share',
  sum: 'Sum',
  isAnswer: 'answer',
  isLabel: 'label',
  isBoth: 'answer, label',
  bar: (digit, value) => `digit ${digit}: ${value}`,
  nothing: 'no values yet',
  answerNow: (digit, value) => `largest for ${digit}: ${value}`,
  example: (digit, part, sum, probability) => `Digit ${digit}: ${part} / ${sum} = ${probability}`,
  right: (label) => `The label is ${label}. The answer is right.`,
  wrong: (label) => `The label is ${label}. The answer is wrong.`,
  noLabel: 'A drawn digit has no label.',
  rounding: (exponentials, shares) => `Rounding: ${exponentials} in the sum, ${shares} in the shares.`,
}

export const answerWords = { de, en }
